"""The quality gate: no figure falls below its floor (tests/quality_floors.toml; tests/quality.py moves them)."""

from __future__ import annotations

from pathlib import Path

import pytest
import quality

FLOORS = quality.read_floors()
beside_the_shared_data = pytest.mark.skipif(
    not quality.SHARED.is_dir(), reason="the shared data is not beside the project"
)


def hold(table: str, measured: dict[str, float]) -> None:
    short = {
        name: f"{measured[name]:.3f} against {floor}"
        for name, floor in FLOORS[table].items()
        if quality.falls_short(name, measured[name], floor)
    }
    assert not short


def test_our_own_collections_are_summarized_as_well_as_before():
    hold("ours", quality.measure_ours())


@beside_the_shared_data
def test_the_labelled_events_are_summarized_as_well_as_before():
    hold("labelled", quality.measure_labelled())


@beside_the_shared_data
@pytest.mark.parametrize("language", ["english", "french"])
def test_overviews_agree_with_written_summaries_as_well_as_before(language):
    hold(language, quality.measure_overviews(language))


@pytest.mark.parametrize("name", quality.FOLDERS)
def test_every_answer_points_at_its_sentence(name):
    gold = Path(__file__).parent / "gold" / f"{name}.tsv"
    answers = [line for line in gold.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    assert len(answers) > 50
    for answer in answers:
        file, start, end, _, _, sentence = answer.split("\t")
        with open(quality.FOLDERS[name] / file, encoding="utf-8", newline="") as article:
            assert article.read()[int(start) : int(end)] == sentence


def test_a_floor_is_raised_by_itself_and_lowered_only_when_told(monkeypatch, tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text("# why\n\n[ours]\nari = 0.5\njunk_shown = 1.0\npurity = 0.9\n")
    monkeypatch.setattr(quality, "FLOORS", path)
    monkeypatch.setattr(quality, "measure_ours", lambda: {"ari": 0.619, "junk_shown": 0.0, "purity": 0.8})
    monkeypatch.setattr("sys.argv", ["quality.py", "--write", "--shared", str(tmp_path / "none")])
    quality.main()
    assert quality.read_floors() == {"ours": {"ari": 0.61, "junk_shown": 0.0, "purity": 0.9}}
    monkeypatch.setattr("sys.argv", ["quality.py", "--write", "--lower", "--shared", str(tmp_path / "none")])
    quality.main()
    assert quality.read_floors()["ours"]["purity"] == 0.8
    assert path.read_text().startswith("# why\n")
