"""What a user asks for in words: names of topics, and questions.

Owns what of these can be meant. Everything else is refused with a `UsageError` that says what to give.
"""

from __future__ import annotations

import re

from summarize.errors import UsageError, kind_of

LONGEST_NAME, LONGEST_QUERY = 100, 500
"""Characters of a topic's name and of a question."""


def check_names(names: tuple[str, ...], only: bool) -> None:
    """Raises `UsageError` for names that cannot be meant."""
    for name in names:
        if not re.search(r"\w", name):
            raise UsageError("a topic has an empty name", "Name it in words, such as --topic 'gas deal'")
        if len(name) > LONGEST_NAME:
            raise UsageError(
                f"the topic '{name[:40]}…' has {len(name)} characters",
                f"Use {LONGEST_NAME} or fewer; for more, --query",
            )
    folded = [" ".join(name.casefold().split()) for name in names]
    if twice := next((name for name, key in zip(names, folded, strict=True) if folded.count(key) > 1), None):
        raise UsageError(f"the topic '{twice}' is named twice", "Name each topic once")
    if only and not names:
        raise UsageError("only the named topics are wanted, and none is named", "Add --topic NAME")


def one_or_several(query: object) -> str | tuple[str, ...] | None:
    """One question as a text, several as a tuple, each once; None for none. Raises `UsageError`."""
    if query is None:
        return None
    if not isinstance(query, (str, list, tuple)):
        raise UsageError(f"query is {kind_of(query)}", "Give a text, or a list of texts")
    listed = [query] if isinstance(query, str) else list(query)
    for question in listed:
        check_question(question, "query")
    different = tuple(dict.fromkeys(listed))
    return different if len(different) > 1 else different[0] if different else None


def check_question(question: object, name: str = "question") -> None:
    """Raises `UsageError` for what nobody can answer."""
    if not isinstance(question, str):
        raise UsageError(f"{name} is {kind_of(question)}", "Give a text")
    if not re.search(r"\w", question):
        raise UsageError(f"the {name} is empty", "Ask in words, such as 'Who pays for it?'")
    if len(question) > LONGEST_QUERY:
        raise UsageError(f"the {name} has {len(question)} characters", f"Use {LONGEST_QUERY} or fewer")
