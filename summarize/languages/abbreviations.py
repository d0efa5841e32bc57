"""Abbreviations after which a full stop does not end a sentence, beyond those that `sentencex` knows."""

from __future__ import annotations

ABBREVIATIONS = {
    "en": "Mr Mrs Ms Mx Dr Prof Messrs Mmes Rev Fr Hon Jr Sr St Mt Ft Gov Govs Lt Col Gen Maj Capt Sgt Sgts Spc Spcs Cpl Cpls Pvt "
    "Pfc Sfc Ssgt Cmdr Cdr Adm Brig Sec Supt Insp Det Amb Rep Reps Sen Sens Asst Atty Pres approx vs No Nos Vol Art Op",
    "de": "Dr Prof Hr Fr Frl St Nr bzw ca evtl ggf inkl sog usw Abs Art Bd Hrsg Mio Mrd Tel Str",
    "fr": "M MM Mme Mmes Mlle Dr Pr Me St Ste art av env vol n°",
    "es": "Sr Sra Sres Dr Dra Prof Ud Uds Gral Cnel Lic Ing núm pág aprox Av",
    "it": "Sig Dott Prof Avv Ing On Sen art pag ecc ca",
    "pt": "Sr Sra Dr Dra Prof Eng Gen Cel art pág aprox Av",
    "nl": "dhr mevr dr prof ir mr St nr ca bijv blz",
    "pl": "prof dr inż gen płk ul św nr ok godz tzw np",
    "cs": "prof dr Ing Mgr gen plk č str cca tzv např",
    "ru": "г ул им проф акад тыс млн млрд руб стр рис",
    "uk": "м вул ім проф акад тис млн млрд грн стор",
    "sv": "t.ex bl.a dr prof kl ca nr",
    "da": "f.eks bl.a dr prof kl ca nr",
    "no": "f.eks bl.a dr prof kl ca nr",
    "fi": "esim mm tri prof klo n nro",
    "hu": "dr prof ún kb pl ill",
    "ro": "dl dna dr prof nr str aprox",
    "el": "κ κκ δρ αρ σελ",
    "tr": "Dr Prof Av Sn No vb",
}
"""Language → abbreviations without their full stop, as they are written; followed by a name or a number."""
UNITS = {"en": "a.m p.m A.M P.M"}
"""Language → what ends a sentence only where a capital follows that opens one."""
