"""Each fact once, no sentence cut, none that leans on what the reader does not see; lazy picks are the greedy ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from conftest import EXAMPLES, article
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Settings, read, registry, summarize
from summarize.encode.representation import represent
from summarize.judge import Judges, judge
from summarize.match import Limit, match
from summarize.select import choose
from summarize.select.pick import Budget, Pool, pick
from summarize.select.taste import Taste
from summarize.text.sentences import segment

DAM = (
    "The dam above Hollin broke on Friday after a week of rain. Nine people died in the valley below the dam. "
    "She had warned the council of Hollin twice before that night. The railway line to Marsk will stay closed for two weeks.",
    "A dam above the town of Hollin broke on Friday. Soldiers arrived in the valley on Sunday morning with boats and tents. "
    "However, many roads in the valley were still under water by then.",
)
SHORTEST = len("Nine people died in the valley below the dam.".split())


def digest(*texts: str, **chosen: object):
    articles = [article(text, path=f"{at}.txt") for at, text in enumerate(texts)]
    return summarize(articles, Settings(**({"encoder": "tfidf"} | chosen)))


def shown(found):
    return [line.text for topic in found.topics for line in topic.summary]


def pool_of(*texts: str):
    documents = [segment(article(text, path=f"{at}.txt")) for at, text in enumerate(texts)]
    representation, _ = represent(documents, "tfidf")
    opinions = judge(representation, Judges(None))
    every = np.arange(len(representation))
    words = np.array([len(sentence.text.split()) for sentence in representation.sentences])
    leader = np.where(opinions.alone > 0, every, opinions.supplier)
    pool = Pool(every, np.ones(len(every)), words, leader, np.zeros(len(every), dtype=np.int64))
    return representation, match(representation, opinions), pool


def picked(representation, matches, pool, budget, shown=(), likeness=0.9):
    """The numbers that are picked when nothing but the objective counts."""
    objective = registry.ranker("coverage")(representation, pool.numbers.tolist())
    taste = Taste(alone=0.5, repeat=Limit(likeness, likeness))
    return [choice.sentence for choice in pick(matches, pool, objective, taste, budget, shown)]


def test_a_sentence_that_leans_on_another_is_shown_after_it_or_not_at_all():
    before = []
    for length in ("1", "3", "6", "40w", "100%"):
        lines = shown(digest(*DAM, length=length, topics=1))
        assert lines
        before += [
            (line[:4], ["nothing", *lines][at][:11])
            for at, line in enumerate(lines)
            if line.startswith(("She ", "However"))
        ]
    assert before
    assert set(before) <= {("She ", "Nine people"), ("Howe", "Soldiers ar")}


def test_a_leaning_sentence_follows_its_leader_when_there_is_room():
    representation, matches, pool = pool_of(*DAM)
    numbers = picked(representation, matches, pool, Budget(7), likeness=1.0)
    assert {2, 6} <= set(numbers)
    assert numbers.index(1) < numbers.index(2)
    assert numbers.index(5) < numbers.index(6)


@pytest.mark.parametrize("words", [1, 5, 8, 20, 40, 100, 1000])
@pytest.mark.parametrize("ranker", registry.names("rankers"))
def test_the_overview_keeps_its_budget_and_never_cuts(words, ranker):
    found = digest(*DAM, overview_words=words, ranker=ranker)
    texts = [line.text for line in found.overview]
    assert sum(len(text.split()) for text in texts) <= words
    assert bool(texts) == (words >= SHORTEST)
    assert all(text.endswith((".", "!")) for text in texts)
    assert len(set(texts)) == len(texts)


def test_a_budget_below_the_shortest_sentence_is_said_and_leaves_the_overview_empty():
    found = digest(*DAM, overview_words=3)
    assert found.overview == ()
    assert "no sentence fits an overview of 3 words" in found.warnings
    assert digest(*DAM, overview_words=0).warnings == ()


def test_asking_for_more_sentences_than_there_are_shows_those_there_are():
    found = digest("The dam above Hollin broke on Friday after a week of rain.", length="50", overview_words=900)
    assert len(shown(found)) == len(found.overview) == 1


@pytest.mark.parametrize("ranker", ["coverage", "lexrank", "kl"])
def test_a_collection_of_copies_is_told_once(ranker):
    found = digest(*[DAM[0]] * 4, length="6", ranker=ranker, overview_words=200)
    assert len(shown(found)) == len(set(shown(found))) > 0
    assert len(found.overview) == len({line.text for line in found.overview}) > 0


def test_a_topic_of_which_everything_is_shown_already_shows_nothing():
    representation, matches, pool = pool_of(DAM[0], DAM[0])
    told = list(range(4))
    assert picked(representation, matches, pool, Budget(3), told) == []


WORDS = st.lists(st.lists(st.sampled_from("dam rain town boat road army".split()), max_size=6), min_size=1, max_size=8)


@settings(max_examples=100, deadline=None)
@given(WORDS)
def test_lazy_picks_are_those_of_the_plain_greedy(stems):
    texts = [f"{' '.join(['Police said', *row])}." for row in stems]
    representation, matches, pool = pool_of(" ".join(texts))
    pool = Pool(pool.numbers, pool.weight, pool.words, pool.numbers, pool.topic)
    ranker = registry.ranker("coverage")
    picks = picked(representation, matches, pool, Budget(4, words=25))
    plain = ranker(representation, pool.numbers.tolist())
    told: list[int] = []
    free, room = set(pool.numbers.tolist()), 25
    while len(told) < 4:
        worth = {i: plain.gain(i) / pool.words[i] for i in free if pool.words[i] <= room}
        worth = {i: value for i, value in worth.items() if value > 0 and not matches.repeats(i, told, Limit(0.9, 0.9))}
        if not worth:
            break
        best = min(worth, key=lambda i: (-worth[i], i))
        plain.take(best)
        told.append(best)
        free.remove(best)
        room -= int(pool.words[best])
    assert picks == told


def test_sentences_of_dated_articles_are_told_day_by_day():
    texts = {
        "2026-03-02": "Ferry crews found an oil slick off the northern cape near the old light.",
        "2026-03-01": "Nobody was hurt. The tanker Moraine ran aground on a reef at dawn in thick fog.",
        "2026-03-03": "Salvage divers pumped nine hundred tonnes of fuel from the wreck into barges.",
    }
    articles = [article(text, path=f"{n}.txt", published=day) for n, (day, text) in enumerate(texts.items())]
    digest = summarize(articles, Settings(topics=1, encoder="tfidf", length="4", overview_words=0))
    day_of = {source.id: source.published for source in digest.sources}
    days = [day_of[sentence.source_id] for sentence in digest.topics[0].summary]
    assert len(set(days)) > 1
    assert days == sorted(days)


def test_without_a_wish_a_section_ends_when_nothing_more_is_worth_its_place():
    articles = read([EXAMPLES / "river-flood"])
    auto, three = (summarize(articles, Settings(encoder="tfidf", length=length)) for length in ("auto", "3"))
    sizes = [(len(one.summary), len(other.summary)) for one, other in zip(auto.topics, three.topics, strict=True)]
    assert all(1 <= some <= most for some, most in sizes)
    assert sum(some for some, _ in sizes) < sum(most for _, most in sizes)


def test_a_query_weighs_up_the_sentences_that_answer_it():
    story = "Volunteers cooked soup in the school of Hollin. The railway line to Marsk stays closed until the summer."
    plain, asked = (digest(story, overview_words=11, query=query) for query in (None, "When will the railway open?"))
    assert [line.text[:10] for line in plain.overview] == ["Volunteers"]
    assert [line.text[:11] for line in asked.overview] == ["The railway"]


def test_a_sentence_that_cannot_be_shown_is_not_picked():
    representation, matches, pool = pool_of(*DAM)
    barred = Pool(pool.numbers, np.where(pool.numbers == 1, 1.0, 0.0), pool.words, pool.leader, pool.topic)
    assert picked(representation, matches, barred, Budget(3)) == [1]


def test_an_overview_tells_a_count_as_it_stood_last():
    early = "The flood in the valley of Hollin has killed nine people, the provincial government said."
    late = "The flood in the valley of Hollin has killed 23 people, the provincial government said."
    filler = "Trains run again from Monday. Volunteers cooked soup in the school of Marsk."
    articles = [
        article(f"{early} {filler}", path="a.txt", published="2026-03-08"),
        article(f"{late} The army brought pumps and boats to Marsk.", path="b.txt", published="2026-03-10"),
    ]
    for judge_name in ("learned", "rules"):
        told = [line.text for line in summarize(articles, Settings(judge=judge_name)).overview]
        assert late in told
        assert early not in told
    undated = [article(f"{early} {filler}", path="a.txt"), article(late, path="b.txt")]
    assert any(text in (early, late) for text in [line.text for line in summarize(undated).overview])


ODD = {
    "an interview": 'Anna Berg leads the relief corps. "What do you need?" "We need pumps." "How many?" "A dozen, and people."',
    "a live blog": "09:12 The dam broke. 09:40 The mayor asked for help. 10:05 Boats arrive in Hollin. 11:30 Nine are dead.",
    "all leaning": "He said so. She denied it. They left. But it was late. However, this changed. Then they came back to it.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("how", ["learned", "rules"])
def test_odd_articles_lose_no_sentence_and_leave_no_section_empty(text, how):
    found = summarize([article(text, path="a.txt"), article(DAM[0], path="b.txt")], Settings(judge=how))
    placed = sum(len(topic.members) for topic in found.topics)
    assert placed + sum(span.reason == "minor" for span in found.unplaced) == sum(s.sentences for s in found.sources)
    assert found.topics
    assert all(topic.summary and topic.label for topic in found.topics)


def test_sixty_articles_give_a_digest_of_readable_size():
    texts = [f"{DAM[n % 2]} Correspondent number {n} counted {n + 3} boats on the river at Marsk." for n in range(60)]
    found = digest(*texts)
    assert 1 <= len(found.topics) <= 15
    assert len(shown(found)) == len(set(shown(found)))


def test_an_overview_in_a_language_without_judges_prefers_what_stands_first(monkeypatch):
    lead = "Le barrage de Hollin a cédé vendredi matin."
    body = "La pluie continue a creusé des fissures profondes."
    texts = [f"{lead} {body}", f"Les trains de Marsk attendent lundi prochain. {body[:-1]} partout."]

    def told(early: float) -> int:
        monkeypatch.setattr(choose, "LONG_BY_RULE", replace(choose.LONG_BY_RULE, early=early))
        monkeypatch.setattr(choose, "BRIEF_WORDS", 1)
        articles = [article(text, path=f"{at}.txt", language="fr") for at, text in enumerate(texts)]
        return summarize(articles, Settings(overview_words=9, encoder="tfidf", language="fr")).overview[0].start

    assert choose.LONG_BY_RULE.early > choose.LONG.early == 0
    assert told(0.0) > 0 == told(5.0)
