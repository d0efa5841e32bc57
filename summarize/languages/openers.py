"""Words that point back at the sentence before, when they open one: pronouns, demonstratives and connectives, never articles.

A word that is an article or a preposition too ("het", "det", "az", "при") opens most sentences of its language and is left
out; where it points back together with another word, both are listed, joined by "_".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summarize.languages.names import UNSPACED

OPENERS = {
    "en": "he she it they this that these those his her its their him them but and so however also moreover meanwhile "
    "therefore thus still then yet nevertheless furthermore additionally instead otherwise such another both here "
    "there or nor hence similarly likewise besides",
    "fr": "il elle ils elles ce cet cette ces cela ceci celui celle ceux celles son sa ses leur leurs mais et donc "
    "cependant toutefois aussi ainsi puis or néanmoins pourtant ensuite enfin lui y également ici car c",
    "de": "er sie es dies diese dieser dieses sein seine ihr ihre aber und doch jedoch auch außerdem deshalb daher "
    "dann dort damit dabei dagegen zudem trotzdem",
    "es": "él ella ellos ellas esto este esta estos estas ese esa su sus pero y sin_embargo además también por_eso por_ello "
    "por_lo_tanto por_otra_parte entonces así aquí allí",
    "it": "egli lui lei essi esse questo questa questi queste suo sua suoi sue loro ma e però inoltre anche quindi "
    "così poi allora qui tuttavia",
    "pt": "ele ela eles elas isto isso este esta estes estas esse essa seu sua seus suas mas e porém além_disso também "
    "então assim depois_disso aqui contudo",
    "ca": "ell ella ells elles això aquest aquesta aquests aquestes seu seva però i també per_això a_més llavors aquí allà",
    "nl": "hij zij ze dit dat deze die zijn haar hun maar en ook echter daarom dus dan toch daarnaast bovendien",
    "ru": "он она оно они это этот эта эти его её ее их но и однако также кроме_того поэтому затем там при_этом а",
    "uk": "він вона воно вони це цей ця ці його її їх але і й та однак також крім_того тому потім там при_цьому а",
    "bg": "той тя то те това този тази тези негов неговият нейният техните но и обаче също освен_това затова после там",
    "pl": "on ona ono oni one to ten ta ci te jego jej ich ale i jednak także ponadto dlatego potem tam",
    "cs": "on ona ono oni ony to ten ta ti tyto jeho její jejich ale a však také navíc proto potom pak tam",
    "sk": "on ona ono oni ony to ten tá tí tieto jeho jej ich ale a však tiež navyše preto potom tam",
    "sv": "han hon detta denna dessa hans hennes deras men och dock också därför sedan där dessutom",
    "da": "han hun dette denne disse hans hendes deres men og dog også derfor så desuden imidlertid",
    "no": "han hun dette denne disse hans hennes deres men og likevel også derfor så der dessuten imidlertid",
    "fi": "hän he se ne tämä nämä tuo hänen heidän sen niiden mutta ja kuitenkin myös siksi sitten siellä lisäksi",
    "el": "αυτός αυτή αυτό αυτοί αυτές αυτά αλλά και όμως επίσης έτσι τότε εκεί επιπλέον ωστόσο",
    "ro": "el ea ei ele acesta aceasta aceștia acestea acest lui lor dar și însă totuși de_asemenea de_aceea apoi acolo astfel",
    "hu": "ő ők ez ezek azok ennek annak de és azonban továbbá ezért aztán ott emellett viszont",
    "tr": "o onlar bu bunlar şu şunlar onun onların ama ve ancak ayrıca sonra_da orada fakat",
    "ar": "هو هي هم هذا هذه ذلك تلك هؤلاء ولكن لكن كما أيضا لذلك ثم",
    "fa": "او آنها آنان این آن اما ولی و همچنین بنابراین سپس",
    "he": "הוא היא הם הן זה זאת זו אלה אבל אך גם לכן אז שם כמו_כן",
    "hi": "वह वे यह ये इस उस इसके उसके उनके लेकिन और हालांकि इसलिए फिर वहां",
    "id": "dia ia mereka itu ini tetapi tapi namun dan juga oleh_karena_itu selain_itu kemudian",
    "vi": "nó điều_này điều_đó việc_này đây đó ông_ấy bà_ấy anh_ấy cô_ấy họ nhưng và tuy_nhiên do_đó vì_vậy ngoài_ra",
    "ko": "그 그는 그가 그의 그녀는 그녀의 그들은 이 이는 이것은 하지만 그러나 그리고 또 또한 따라서 그래서 한편 이에",
    "zh": "他们 她们 它们 他说 她说 他的 她的 这 那些 那个 但 然而 不过 因此 所以 此外 另外 而且 并且 与此同时 其中 对此",
    "ja": "彼は 彼の 彼女 彼ら これ それ この その しかし だが また そして 一方 さらに なお",
    "th": "เขา เธอ พวกเขา มัน แต่ และ อย่างไรก็ตาม ดังนั้น นอกจากนี้",
}
"""Language → words and phrases, lower case."""


@cache
def _phrases(language: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    rows = OPENERS.get(language, "").split()
    return frozenset(row for row in rows if "_" not in row), tuple(tuple(row.split("_")) for row in rows if "_" in row)


def opens_with(tokens: Sequence[str], text: str, language: str) -> bool:
    """True when a sentence with these words opens with one that points back; `text` counts where words have no spaces."""
    if language in UNSPACED:
        return text.lstrip("\"'“‘«„「『([ ").startswith(tuple(OPENERS.get(language, "").split()))
    single, phrases = _phrases(language)
    return bool(tokens) and (tokens[0] in single or any(tuple(tokens[: len(row)]) == row for row in phrases))
