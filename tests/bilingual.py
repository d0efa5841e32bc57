"""One event in three languages, written for the tests."""

from __future__ import annotations

from conftest import article

FERRY = {
    "en": (
        "The ferry Aurora ran aground near Kalmsund\n\n"
        "The ferry Aurora ran aground near Kalmsund on Monday night with 184 people on board.\n\n"
        "Captain Marek Dvorak told investigators that the radar had failed twice during the crossing.\n\n"
        "The ferry company cancelled every crossing between Kalmsund and Westhaven until Friday.\n"
    ),
    "fr": (
        "Le ferry Aurora s'échoue près de Kalmsund\n\n"
        "Le ferry Aurora s'est échoué lundi soir près de Kalmsund avec 184 personnes à bord.\n\n"
        "Une nappe de pétrole de 640 mètres s'étend désormais devant le port de Kalmsund.\n\n"
        "Le maire de Kalmsund a fermé la plage jusqu'à nouvel ordre.\n"
    ),
    "ru": (
        "Паром «Аврора» сел на мель у Кальмсунда\n\n"
        "Паром «Аврора» сел на мель в понедельник вечером у Кальмсунда, на борту было 184 человека.\n\n"
        "Министр транспорта пообещал проверить все паромы компании до конца месяца.\n"
    ),
}
SPILL = (
    "Naufrage à Kalmsund : une nappe de pétrole menace la côte\n\n"
    "Une nappe de pétrole longue de 640 mètres menace la côte devant Kalmsund, selon le ministère.\n\n"
    "Des pêcheurs de Kalmsund réclament une indemnité de 2 500 euros par bateau.\n"
)


def articles(*codes: str):
    """The articles in these languages; a second one in French."""
    texts = [(code, FERRY[code]) for code in codes] + ([("fr", SPILL)] if "fr" in codes else [])
    return [article(text, path=f"{n}-{code}.txt", language=code) for n, (code, text) in enumerate(texts)]
