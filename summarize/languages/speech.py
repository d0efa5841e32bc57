"""How a language says who speaks: verbs of speech, pronouns, "according to", and the nouns that stand for a speaker.

Owns the words; what they mean beside a name is decided in `summarize.speech`. General words only, none taken from any data.
A language without a row has no speakers.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The words of one language, lower case; phrases have a space, and all fields hold words separated by "|"."""

    says: str
    """Verbs that always tell what somebody says."""
    may_say: str
    """Verbs that do so with a quotation beside them, or with `that` after them."""
    that: str
    """Pattern of what opens what is said, with the blank or the comma before it."""
    he: str
    """Pronouns of one person as a subject: he, she."""
    said_he: str
    """Pattern of a verb with its pronoun after it, where that is one word; empty where the language has none."""
    according: str
    """Words before the one who is quoted."""
    behind: str
    """Words after the one who is quoted."""
    may_stand_between: str
    """Adverbs and auxiliaries between a subject and its verb."""
    doubted: str
    """Those of them that say that it is not certain who said so."""
    opens: str
    """Words before a subject that begins a clause."""
    sides: str
    """Words that tie a second main clause to the first."""
    articles: str
    any_order: bool
    """Whether a subject may stand after its verb in a sentence that opens with something else: German does so."""


SPEECH = {
    "en": SpeechWords(
        says="said|says|told|tells|denied|denies|quoted as saying|went on to say",
        may_say="added|adds|wrote|writes|tweeted|tweets|posted|asked|asks|replied|replies|answered|responded|continued|explained|explains|"
        "noted|notes|argued|argues|claimed|claims|insisted|insists|stated|states|announced|announces|concluded|concludes|warned|warns|"
        "testified|testifies|declared|declares|recalled|recalls|remarked|suggested|suggests|acknowledged|acknowledges|admitted|admits|"
        "stressed|stresses|emphasized|emphasised|confirmed|confirms|predicted|predicts|promised|vowed|joked|quipped|lamented|complained|"
        "complains|cautioned|cautions|observed|observes|pointed out|points out|countered|counters|conceded|concedes|contended|contends|"
        "maintained|maintains|alleged|alleges|asserted|asserts|affirmed|reiterated|commented|revealed|reveals|recounted|pleaded|shouted|"
        "estimated|estimates|urged|tweeted out|shot back",
        that=r"\sthat",
        he="he|she",
        said_he="",
        according="according to|in the words of",
        behind="",
        may_stand_between=r"has|have|had|is|was|also|later|then|first|once|again|earlier|still|now|even|just|himself|herself|[a-z]+ly|"
        r"(?:(?:on|late|early)\s)?(?:late\s|early\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s(?:morning|afternoon|evening|night))?",
        doubted="allegedly|reportedly|supposedly|apparently",
        opens="but|and|so|yet|meanwhile|however|later|today|yesterday|tonight|statement|interview|conference|tweet|post|briefing|speech|"
        "afterward|afterwards|then|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
        sides="but|and|while|though|although|whereas|as",
        articles="the|a|an",
        any_order=False,
    ),
    "de": SpeechWords(
        says="sagte|sagt|meinte|betonte|erklärte|äußerte|dementierte|twitterte",
        may_say="fügte hinzu|ergänzte|schrieb|schreibt|fragte|antwortete|entgegnete|erwiderte|warnte|warnt|behauptete|behauptet|kritisierte|"
        "forderte|fordert|räumte ein|gab zu|kündigte an|bestätigte|bestätigt|bestritt|berichtete|berichtet|versicherte|betont|erklärt|meint|"
        "mahnte|mahnt|beteuerte|konstatierte|bekräftigte|unterstrich|so",
        that=r",\s(?:dass|daß)",
        he="er|sie",
        said_he="",
        according="laut|nach angaben von|nach worten von|nach aussage von|nach den worten von|nach einschätzung von",
        behind="zufolge",
        may_stand_between="auch|später|dann|zudem|außerdem|noch|wieder|erneut|selbst|jedoch|aber|angeblich|hingegen|dagegen|dazu|hierzu|am (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|am Mittwoch",
        doubted="angeblich",
        opens="aber|und|doch|jedoch|auch",
        sides="aber|und|doch|während|obwohl",
        articles="der|die|das|ein|eine",
        any_order=True,
    ),
    "fr": SpeechWords(
        says="a déclaré|a dit|a affirmé|a indiqué|a expliqué|a assuré|a estimé|a ajouté|a souligné|a précisé|a démenti|déclare|affirme|"
        "explique|assure|estime|indique|souligne|ajoute",
        may_say="a annoncé|a répondu|a rappelé|a insisté|a confirmé|a averti|a prévenu|a reconnu|a admis|a conclu|a écrit|a tweeté|a lancé|a martelé|"
        "a regretté|a dénoncé|a promis|a demandé|a raconté|a confié|a poursuivi|a soutenu|a jugé|dit|annonce|répond|rappelle|insiste|confirme|"
        "prévient|reconnaît|conclut|écrit|lance|regrette|raconte|confie|poursuit|juge|martèle",
        that=r"\squ(?:e|['’])",
        he="il|elle",
        said_he=r"a-t-(?:il|elle)\s(?:dit|déclaré|affirmé|indiqué|expliqué|assuré|estimé|ajouté|souligné|précisé|poursuivi|répondu|insisté|conclu)|"
        r"(?:dit|répond|poursuit|conclut|écrit)-(?:il|elle)|(?:affirme|déclare|ajoute|explique|assure|estime|indique|souligne|précise|insiste)-t-(?:il|elle)",
        according="selon|d'après|d’après",
        behind="",
        may_stand_between="aussi|également|ensuite|encore|lui-même|elle-même|notamment|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        doubted="",
        opens="mais|et|or|puis",
        sides="mais|et|tandis|alors|bien",
        articles="le|la|l'|l’|un|une",
        any_order=False,
    ),
}  # fmt: skip
"""Language → its words."""

ROLES = {
    "en": r"\w+(?:ist|ician|ologist|woman|person|grapher|maker|keeper|owner|worker|fighter|player|leader|holder|writer)|"
    "president|vice president|prime minister|minister|chancellor|king|queen|prince|princess|pope|mayor|governor|senator|representative|congressman|"
    "congresswoman|lawmaker|secretary|secretary-general|attorney-general|speaker|leader|head|chief|director|chair|chairman|chairwoman|chairperson|officer|executive|official|spokesman|"
    "spokeswoman|spokesperson|judge|justice|sheriff|prosecutor|attorney|lawyer|solicitor|counsel|deputy|detective|agent|commander|commissioner|general|colonel|"
    "captain|lieutenant|sergeant|major|admiral|professor|doctor|dr|surgeon|physician|nurse|researcher|scientist|expert|analyst|economist|historian|strategist|adviser|"
    "advisor|aide|consultant|manager|coach|player|owner|founder|co-founder|editor|author|writer|reporter|journalist|correspondent|columnist|host|producer|actor|"
    "actress|singer|artist|activist|organizer|organiser|advocate|ambassador|envoy|diplomat|consul|candidate|nominee|member|councillor|councilman|councilwoman|teacher|principal|"
    "superintendent|student|resident|neighbor|neighbour|witness|father|mother|brother|sister|son|daughter|wife|husband|widow|uncle|aunt|cousin|friend|fiancée|"
    "fiancé|girlfriend|boyfriend|partner|bishop|archbishop|cardinal|priest|pastor|reverend|rabbi|imam|pilot|driver|engineer|investigator|inspector|"
    "superintendent|administrator|coordinator|treasurer|whip|pollster|manager|mp|chaplain|warden|marshal|auditor|trustee|survivor|rep|sen|gov|republican|democrat|democratic|conservative|ceo|boss|veteran|farmer|mr|mrs|ms|miss|"
    "prof|sgt|lt|maj|cmdr|hon|col|gen|capt|adm|rev|sir|lord|lady|dame|constable|captain|comptroller|trooper|firefighter|paramedic|coroner|musher|astronaut|geologist|seismologist",
    "de": r"\w*(?:kanzler|präsident|minister|sprecher|meister|chef|leiter|direktor|sekretär|anwalt|anwält|richter|kommissar|politiker|experte|forscher|professor|vorstand|"
    r"trainer|inspekteur|anführer|geschäftsführer|könig|botschafter|ingenieur|wissenschaftler|ökonom|meteorologe|virologe|historiker|soziologe|analyst|gründer|inhaber|anwohner|bewohner|zeuge|"
    r"arzt|ärzt|pfarrer|bischof|senator|gouverneur|oberst|general|kapitän|journalist|autor|regisseur|lehrer|schüler|student)(?:in|n)?|(?:land|stadt|gemeinde|bundes|stadt)(?:rat|rät)(?:in)?|"
    r"\w*(?:vorsitzende|abgeordnete|beauftragte|angehörige|angestellte)r?|vize|herr|frau|dr|prof|papst|kardinal|vater|mutter|bruder|schwester|sohn|tochter",
    "fr": "président|présidente|ministre|premier ministre|maire|porte-parole|directeur|directrice|chef|cheffe|député|députée|sénateur|sénatrice|procureur|procureure|avocat|"
    "avocate|professeur|professeure|secrétaire|général|préfet|préfète|commissaire|juge|roi|reine|prince|princesse|pape|candidat|candidate|chercheur|chercheuse|économiste|"
    "expert|experte|journaliste|médecin|patron|patronne|responsable|ambassadeur|ambassadrice|chancelier|chancelière|élu|élue|m|mme|dr|leader|militant|militante",
}  # fmt: skip
"""Language → pattern of the nouns and titles, without their full stop, that say what a person is; any case."""

BODIES = (
    "ministry|department|departments|committee|commission|agency|administration|bureau|office|service|services|police|court|council|parliament|senate|congress|"
    "house|government|cabinet|party|union|university|college|school|institute|institution|association|federation|foundation|organization|organisation|"
    "society|group|company|corporation|corp|inc|ltd|llc|plc|co|bank|fund|center|centers|centre|centres|conference|institutes|board|authority|force|forces|army|navy|guard|marines|coalition|"
    "campaign|league|club|church|hospital|network|news|times|post|journal|press|magazine|newspaper|channel|watch|international|observatory|alliance|"
    "airlines|airways|motors|systems|technologies|media|studios|records|museum|laboratory|lab|team|kremlin|pentagon|vatican|embassy|treasury|headquarters|"
    "ministerium|außenministerium|innenministerium|verteidigungsministerium|finanzministerium|polizei|regierung|bundesregierung|partei|verband|gericht|behörde|"
    "ministère|gouvernement|commission|comité|assemblée|sénat|tribunal|syndicat|fédération|préfecture"
).split("|")
"""Nouns that make a name one of an organisation, in any of the languages; lower case."""

NO_SPEAKERS = frozenset(
    "republicans democrats americans conservatives liberals officials authorities prosecutors investigators critics supporters lawmakers residents "
    "witnesses experts scientists researchers neighbors neighbours others some many most several few both all one another someone everyone nobody everybody "
    "anyone people friends relatives police officers lawyers activists protesters opponents proponents sources source reports report analysts aides advisers "
    "senators congressmen students parents teachers he she it they we i you the this that these those there here who which what but and in on at as when "
    "if while after before not no now then so yet for from with by to of an a his her its their our my your january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday later also however meanwhile "
    "asked during among about against between under over without despite amid like unlike following including through given since nothing something everything earlier still additionally "
    "representatives doctors firefighters deputies troopers rescuers judges jurors attorneys "
    "er sie es wir ihr ich der die das ein eine am im in auch journalisten reportern experten kritiker behörden beamte il elle ils elles on nous vous je le la les un une "
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
)
"""Words with a capital, in small letters, that name nobody and belong to no name: groups, pronouns, days, openers."""
NO_LAST_NAMES = frozenset(
    "internet twitter facebook instagram youtube god english french german russian chinese american iranian british".split()
)
"""The same of words that can open a name: "French Ministry"."""
