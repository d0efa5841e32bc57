"""Every language that is promised: told apart, named, and summarized."""

from __future__ import annotations

import pytest
from language_table import table, written
from stories import JOIN, STORIES, THAI

from summarize import Article, Settings, summarize
from summarize.judge.form import leans
from summarize.languages import NAMES, OPENERS, PHRASES, code_of, detect
from summarize.text import content_terms


@pytest.mark.parametrize("code", STORIES)
def test_the_language_of_a_short_article_is_told(code):
    assert detect(JOIN[code].join(STORIES[code])) == code


@pytest.mark.parametrize("code", [*STORIES, "th"])
def test_two_articles_in_any_language_become_a_digest(code):
    story = STORIES.get(code, [THAI, THAI[::-1], THAI, THAI[::-1]])
    join = JOIN.get(code, "\n")
    articles = [
        Article.from_text(join.join(story[:2]), publisher="One", origin="1.txt"),
        Article.from_text(join.join(story[2:]), publisher="Two", origin="2.txt"),
    ]
    digest = summarize(articles, Settings(language=code, encoder="tfidf"))
    lines = [*digest.overview, *(line for topic in digest.topics for line in topic.summary)]
    assert len(lines) >= 2
    assert {line.text for line in lines} <= {*story}


@pytest.mark.parametrize("code", sorted(NAMES))
def test_a_language_goes_by_its_code_and_its_name(code):
    assert code_of(code.upper()) == code_of(NAMES[code].title()) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The dam broke on Friday and two towns were flooded by noon, the mayor said.", "en"),
        ("Le barrage a cédé vendredi et deux villes ont été inondées, a dit le maire.", "fr"),
        ("Der Damm brach am Freitag, und zwei Städte wurden überflutet, sagte der Bürgermeister.", "de"),
        ("Плотина прорвалась в пятницу, и два города были затоплены, сказал мэр.", "ru"),
        ("大坝周五早上决堤。两座城镇被淹没。市长立即请求援助。", "zh"),
        ("", None),
        ("123 456", None),
    ],
)
def test_the_language_of_a_text_is_detected(text, code):
    assert detect(text) == code


def test_every_language_has_a_name_of_its_own():
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize("code", sorted(NAMES))
def test_no_word_of_any_language_becomes_nothing(code):
    odd = ["όταν", "άστε", "εσύ", "είναι", "ومن", "الذي", "sich", "ová", "ami", "ами", "ים", "ность"]
    assert all(content_terms([word], code) != [""] for word in odd)


@pytest.mark.parametrize("code", STORIES)
def test_an_article_in_any_language_goes_beside_an_english_one(code):
    english = "The dam above Hollin broke on Friday after a week of rain. Nine people died in the valley below the dam."
    articles = [
        Article.from_text(JOIN[code].join(STORIES[code]), origin="1.txt", language=code),
        Article.from_text(english, origin="2.txt", language="en"),
    ]
    digest = summarize(articles, Settings())
    assert digest.topics
    assert sum(source.sentences for source in digest.sources) > 2


LEADS = {
    "en": ("The bridge at Kessow was closed on Monday.", "It was closed on Monday."),
    "fr": ("Le pont de Kessow a été fermé lundi.", "Il a été fermé lundi."),
    "de": ("Die Brücke in Kessow wurde am Montag gesperrt.", "Sie wurde am Montag gesperrt."),
    "es": ("Por la mañana, el puente de Kessow fue cerrado.", "Por eso fue cerrado el lunes."),
    "it": ("Il ponte di Kessow è stato chiuso lunedì.", "Inoltre è stato chiuso lunedì."),
    "pt": ("Depois de dois anos, a ponte de Kessow foi fechada.", "Além disso, foi fechada na segunda."),
    "ca": ("El pont de Kessow es va tancar dilluns.", "Per això es va tancar dilluns."),
    "nl": ("Het bestuur van Kessow sloot maandag de brug.", "Hij sloot maandag de brug."),
    "ru": ("При взрыве на мосту погибли девять человек.", "При этом погибли девять человек."),
    "uk": ("При вибуху на мосту загинули дев'ять людей.", "Він був закритий у понеділок."),
    "bg": ("Мостът в Кесов беше затворен в понеделник.", "Освен това беше затворен."),
    "pl": ("Most w Kessow został zamknięty w poniedziałek.", "On został zamknięty w poniedziałek."),
    "cs": ("Most v Kessow byl v pondělí uzavřen.", "Ten byl v pondělí uzavřen."),
    "sk": ("Most v Kessow bol v pondelok uzavretý.", "Ten bol v pondelok uzavretý."),
    "sv": ("Det svenska bolaget stängde bron i måndags.", "Han stängde bron i måndags."),
    "da": ("De to byer blev ramt af en storm i går.", "Han lukkede broen i mandags."),
    "no": ("Den norske regjeringen stengte broen mandag.", "Hun stengte broen mandag."),
    "fi": ("Kessowin silta suljettiin maanantaina.", "Se suljettiin maanantaina."),
    "el": ("Της γέφυρας προηγήθηκε έλεγχος τη Δευτέρα.", "Αυτή έκλεισε τη Δευτέρα."),
    "ro": ("De luni, podul din Kessow este închis.", "De asemenea, podul este închis."),
    "hu": ("Az állam hétfőn lezárta a kessowi hidat.", "Ezek hétfőn zárva voltak."),
    "tr": ("Kessow köprüsü pazartesi günü kapatıldı.", "O pazartesi günü kapatıldı."),
    "ar": ("بينما استمر المطر أغلق الجسر يوم الاثنين.", "لكن الجسر أغلق يوم الاثنين."),
    "fa": ("پل کسو روز دوشنبه بسته شد.", "او روز دوشنبه پل را بست."),
    "he": ("הגשר בקסו נסגר ביום שני.", "הוא נסגר ביום שני."),
    "hi": ("केसो का पुल सोमवार को बंद कर दिया गया।", "वह सोमवार को बंद कर दिया गया।"),
    "id": ("Jembatan di Kessow ditutup pada hari Senin.", "Selain itu jembatan ditutup."),
    "vi": ("Cây cầu ở Kessow đã bị đóng hôm thứ Hai.", "Tuy nhiên cây cầu đã bị đóng."),
    "ko": ("케소의 다리가 월요일에 폐쇄되었다.", "그는 월요일에 다리를 폐쇄했다."),
    "zh": ("工程师发现裂缝后，大桥于星期一关闭。", "但大桥于星期一关闭。"),
    "ja": ("技術者が亀裂を見つけ、橋は閉鎖された。", "しかし橋は閉鎖された。"),
    "th": ("สะพานถูกปิดเมื่อวันจันทร์", "เขาปิดสะพานเมื่อวันจันทร์"),
}


@pytest.mark.parametrize("code", sorted(NAMES))
def test_a_lead_stands_alone_and_what_points_back_does_not(code):
    lead, leaning = LEADS[code]
    assert not leans(lead, code)
    assert leans(leaning, code)


ARTICLES = {
    "de": "der die das ein eine", "fr": "le la les un une des", "es": "el la los las un una", "it": "il lo la i gli le un una",
    "pt": "o os um uma", "ca": "el la els les un una", "nl": "de het een", "sv": "den det de en ett", "da": "den det de en et",
    "no": "den det de en et", "hu": "a az egy", "ro": "un o de", "el": "ο η το οι τα του της των τον την τις τους ένας μια",
}  # fmt: skip


@pytest.mark.parametrize("code", ARTICLES)
def test_no_article_points_back(code):
    assert not {word for word in ARTICLES[code].split() if word in OPENERS[code].split()}


def test_every_table_is_about_languages_that_are_known():
    assert set(OPENERS) == set(NAMES)
    assert set(PHRASES) | {"en"} == set(NAMES)


def test_the_table_of_languages_says_what_is_used():
    assert written() == table()
