"""Which sentences of a collection answer a question.

In: a question, a representation and who states the same. Out: numbers of sentences, the best first, each fact once; none where
no sentence answers. Refuses to write an answer: what is found is quoted (`summarize.cite.quoted`).
"""

from summarize.answer.find import SUPPLIED, answers

__all__ = ["SUPPLIED", "answers"]
