"""`python -m training EVENT... [--out FOLDER] [--folds FOLDER]`: rebuild every model and print the cross-validated figures.

EVENT is a folder that an editor labelled (see `training.events`). Folds are by event. `--folds` keeps the models of each fold,
which never saw its events, so that the whole program can be scored on all of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from summarize import registry
from summarize.cluster import sections
from summarize.heading.evidence import Section
from summarize.heading.model import PHRASES_FILE, WORDS_FILE
from summarize.judge import MODELS, Judges, judge, networks, second, trees
from summarize.match import match
from summarize.select import select
from summarize.settings import Settings
from training import conflicts, figures, headings, needs, pairs, sentences
from training import events as labelled


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("events", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--folds", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        build(labelled.read(asked.events), asked.out, asked.folds or Path(temporary))


def build(events: list[labelled.Event], out: Path, kept: Path) -> None:
    """All models: into `out`, and those of the folds into a folder each of `kept`."""
    fold_of = labelled.folds(event.name for event in events)
    folders = [kept / f"fold{fold}" for fold in range(labelled.FOLDS)]
    _sentences(events, out, folders)
    _pairs(events, fold_of, out, folders)
    _headings(events, fold_of, out, folders)
    _conflicts(events, fold_of, out, folders)
    for folder in (out, *folders):
        digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.npz"))}
        (folder / trees.MANIFEST).write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _write(folder: Path, models: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in models.items():
        (folder / name).write_bytes(data)


def _sentences(events: list[labelled.Event], out: Path, folders: list[Path]) -> None:
    """The judges of single sentences."""
    data = sentences.rows(events)
    judges, said = sentences.cross_validated(data)
    print(figures.table(data, said))
    found, target = needs.pairs(data, events, said["alone"])
    suppliers, line = needs.cross_validated(data, found, target)
    print(line)
    for folder, models, supplier in zip(folders, judges, suppliers, strict=True):
        _write(folder, {**sentences.files(models), "needs.npz": trees.dump(supplier)})
    every = needs.fit(found, target, np.ones(len(target), dtype=bool))
    _write(out, {**sentences.files(sentences.fit(data)), "needs.npz": trees.dump(every)})


def _pairs(events: list[labelled.Event], fold_of: dict[str, int], out: Path, folders: list[Path]) -> None:
    """The judges of pairs, with the second look at topics."""
    rows = pairs.rows(events)
    judges = [pairs.train([row for row in rows if fold_of[row.name] != fold]) for fold in range(labelled.FOLDS)]
    said = pairs.out_of_fold(rows, fold_of.__getitem__, judges)
    facts, topics = said["same_fact"], said["same_topic"]
    for fold, models in enumerate(judges):
        seen = [number for number, row in enumerate(rows) if fold_of[row.name] != fold]
        models |= pairs.train_second([rows[n] for n in seen], [facts[n] for n in seen], [topics[n] for n in seen])
    again = [
        second.same_topic_again(
            row.table, row.event.rep.article_of, fact, topic, judges[fold_of[row.name]]["same_topic_second"]
        )
        for row, fact, topic in zip(rows, facts, topics, strict=True)
    ]
    print(figures.pairs(rows, facts, again))
    every = pairs.train(rows) | pairs.train_second(rows, facts, topics)
    for folder, models in zip((out, *folders), (every, *judges), strict=True):
        _write(folder, {f"{name}.npz": networks.dump(network) for name, network in models.items()})


def _headings(events: list[labelled.Event], fold_of: dict[str, int], out: Path, folders: list[Path]) -> None:
    """The judge of headings, which learns from sections as the judges of the other folds make them."""
    made = {event.name: _made(event, folders[fold_of[event.name]]) for event in events}
    rows = headings.rows(events, events[0].rep.encoder, fold_of, lambda event: made[event.name])
    tastes, forests = headings.stage_one(rows)
    candidates = headings.stage_two_rows(rows, events[0].rep.encoder, tastes, forests)
    for number, folder in enumerate((*folders, out)):
        model = headings.fit(rows, candidates, tastes, forests, number if number < labelled.FOLDS else None)
        _write(folder, {WORDS_FILE: trees.dump(model.words), PHRASES_FILE: trees.dump(model.phrases)})


def _conflicts(events: list[labelled.Event], fold_of: dict[str, int], out: Path, folders: list[Path]) -> None:
    """The judge of contradicting values, which learns from pairs as the judges of the other folds see them."""
    rows = [conflicts.rows(event, judge(event.rep, _ready(folders[fold_of[event.name]]))) for event in events]
    for number, folder in enumerate(folders):
        _write(folder, conflicts.files([row for row in rows if fold_of[row.name] != number]))
    print(conflicts.figures(rows, {row.name: folders[fold_of[row.name]] / conflicts.MODEL for row in rows}))
    _write(out, conflicts.files(rows))


def _ready(folder: Path) -> Judges:
    """The judges of a folder, with a manifest of what is there so far."""
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.npz"))}
    (folder / trees.MANIFEST).write_text(json.dumps(digests), encoding="utf-8")
    return Judges(folder)


def _made(event: labelled.Event, folder: Path) -> list[tuple[str | None, Section]]:
    """The sections of an event by judges that never saw it, with the topic that most of what is shown belongs to."""
    settings = Settings()
    opinions = judge(event.rep, _ready(folder))
    assert not opinions.warnings
    matches = match(event.rep, opinions)
    ranker = registry.ranker(settings.ranker)
    chosen = select(event.rep, opinions, matches, sections(event.rep, opinions, settings), ranker, settings)
    found = []
    for topic, picks in zip(chosen.topics, chosen.sections, strict=True):
        shown = tuple(pick.sentence for pick in picks)
        tally = Counter(event.topic[number][0] for number in shown if event.topic[number])
        named = [name for name, _ in tally.most_common() if name in event.headings]
        found.append((named[0] if named else None, Section(topic.members, shown)))
    return found


if __name__ == "__main__":
    main()
