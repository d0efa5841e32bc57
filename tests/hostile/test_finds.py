"""What the fuzzer found, each as a file of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import Article, Settings, read, summarize
from summarize.cli import main
from summarize.text.sentences import segment

HERE = Path(__file__).parent


@pytest.mark.parametrize("command", [["verify"], ["explain", "--find", "x"]], ids=lambda words: words[0])
@pytest.mark.parametrize("name", ["digest-half-character.json", "digest-half-character-in-path.json"])
def test_a_digest_with_half_a_character_is_no_digest(name, command, capsys):
    path = HERE / name
    assert main([*command, str(path)]) == 1
    assert "not a digest" in capsys.readouterr().err


def test_a_number_without_end_is_left_out_of_what_is_compared():
    """`1e999` times a million, and four hundred nines, are infinite to the machine."""
    articles = read([str(HERE / "endless-number.txt")])
    assert summarize(articles, Settings(encoder="tfidf")).topics


def test_a_line_of_names_without_end_is_read_in_a_moment():
    """A credit of capitals, "(AAAA…", could be parted into names in billions of ways; see tests/test_patterns.py."""
    (found,) = read([str(HERE / "endless-credit.txt")])
    assert segment(found).sentences


def test_articles_without_anything_to_compare_are_summarized():
    """The cells of a sparse matrix at no places are a sparse array, not an array."""
    articles = [Article.from_text(f"The {word} was closed on Tuesday evening.") for word in ("bridge", "ferry")]
    assert summarize(articles, Settings(encoder="tfidf")).topics


def test_a_pdf_of_one_long_word_is_read_in_a_moment():
    """Looking for hyphens took the square of its letters: minutes. What it takes now is held to in tests/test_patterns.py."""
    (found,) = read([str(HERE / "one-word.pdf")])
    assert found.text == "a" * 400_000


def test_a_mail_whose_type_has_thousands_of_parts_is_refused_in_a_moment(write):
    """The standard library takes the square of its quotation marks, and looks at it before anyone can refuse it."""
    path = write("a.eml", 'Content-Type: multipart/mixed; boundary="' + '"" ' * 20_000 + "\n\nThe bridge is shut.\n")
    assert read([path]).warnings == (f"{path}: damaged (a header of more than 10,000 characters)",)
