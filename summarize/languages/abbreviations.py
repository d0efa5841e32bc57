"""Abbreviations after which a full stop does not end a sentence, where `sentencex` would end one."""

from __future__ import annotations

ABBREVIATIONS = {
    "en": "Mr Mrs Ms Mx Dr Prof Messrs Mmes Ft Gov Govs Lt Sgt Sgts Spc Spcs Cpl Cpls Pvt Pfc Ssgt Cmdr Cdr Adm Brig Supt Insp Amb "
    "Rep Reps Sen Sens Atty Cong approx N° Nº",
    "de": "Dr Prof Hr Frl inkl Abs Bd Hrsg",
    "fr": "M MM Mme Mmes Mlle Mlles Dr Pr Me St Ste n° env",
    "es": "Sr Sra Sres Dr Dra Prof Cnel Gral aprox N° Nº",
    "it": "Sig Dott Prof Avv Ing On pag",
    "pt": "Sr Sra Dr Dra Prof Eng Cel pág aprox",
    "nl": "dhr mevr dr prof ca",
    "pl": "prof dr inż gen płk mjr kpt św nr tzw godz",
    "cs": "prof dr Ing Mgr gen plk",
    "ru": "им проф акад рис",
    "uk": "ім проф акад",
    "sv": "t.ex bl.a dr prof kl",
    "da": "f.eks bl.a dr prof kl",
    "no": "f.eks bl.a dr prof kl",
    "fi": "esim tri prof klo nro",
    "hu": "dr prof ún kb",
    "ro": "dl dna dr prof nr aprox",
    "el": "κ κκ δρ αρ σελ",
    "tr": "Dr Prof Av Sn",
}
"""Language → abbreviations without their full stop, as they are written; a name, a number or a small letter follows."""
STATES = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt "
    "Wash Wis Wyo"
)
"""States of the US as English newspapers shorten them."""
