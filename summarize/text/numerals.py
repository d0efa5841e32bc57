"""English words for numbers and scales, by value: the one table of them."""

from __future__ import annotations

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
"""Numbers of one word, 0 to 90."""
SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
"""What multiplies the number before it. A lone "m" is none: it stands for millions of money and for metres of anything else."""
MONEY = frozenset("dollar dollars euro euros pound pounds yen yuan rouble roubles ruble rubles franc francs".split())
"""Words before which "m" means millions."""
VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6}
"""Orders of magnitude: the least that they say."""
