"""Subtitles (.srt, .vtt): what is said, without times and marks.

Owns the joining of cues: a sentence runs over several of them, and a silence after a full stop opens a paragraph. A digest's
offsets count in the text made here. SubRip has no standard; WebVTT is https://www.w3.org/TR/webvtt1/.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from summarize.errors import ReadError
from summarize.model import Article, fold
from summarize.read.decode import decode
from summarize.read.known import make_article
from summarize.read.share import LARGEST_TEXT

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}")
_MARKUP = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}|♪|♫")
_SOUND = re.compile(r"^[\[(][^\[\]()]{1,60}[\])]$")
"""A sound: "[applause]"."""
_SILENCE = 2.0
"""Seconds after which a new paragraph begins where a sentence ended."""
_LONG_SILENCE = 6.0
"""Seconds after which one begins in any case."""
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।]['\"”’»)]*$")
_HEADER = re.compile(r"^\ufeff?WEBVTT[ \t]*(?:[-–—]\s*)?(.*)")
_LANGUAGE = re.compile(r"^Language:\s*([\w-]+)", re.IGNORECASE | re.MULTILINE)


def read_subtitles(data: bytes, origin: str) -> tuple[Article, ...]:
    """What is said in a file of subtitles as one article. Raises `ReadError`."""
    decoded = decode(data, origin)
    text = "\n\n".join(_paragraphs(decoded.text[: 4 * LARGEST_TEXT]))
    if not text:
        raise ReadError(f"{origin}: no subtitles in this file")
    fields: dict[str, Any] = {}
    if (header := _HEADER.match(decoded.text)) and header[1].strip():
        fields["title"] = header[1]
    if language := _LANGUAGE.search(decoded.text[:1_000]):
        fields["language"] = language[1]
    doubts = (f"not UTF-8, read as {decoded.encoding}",) if decoded.guessed else ()
    return (make_article(text, origin, fields, doubts=doubts),)


def _paragraphs(source: str) -> list[str]:
    found: list[list[str]] = []
    until = 0.0
    said: list[str] = []
    for start, end, lines in _cues(source):
        new = [line for line in lines if line not in said]  # a cue that rolls repeats the line above
        said = lines
        if not new:
            until = end
            continue
        silence = start - until
        ended = not found or (silence >= _SILENCE and bool(_ENDS_SENTENCE.search(found[-1][-1])))
        if ended or silence >= _LONG_SILENCE:
            found.append([])
        found[-1].extend(new)
        until = end
    return [" ".join(lines) for lines in found]


def _cues(source: str) -> Iterator[tuple[float, float, list[str]]]:
    """(start, end, lines) of each cue with words, times in seconds."""
    times: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*source.splitlines(), ""]:
        if match := _TIMES.match(line):
            times, lines = (_seconds(match.groups()[:4]), _seconds(match.groups()[4:])), []
        elif line.strip() and times:
            words = fold(html.unescape(_MARKUP.sub("", line))).removeprefix("- ")
            if words and not _SOUND.match(words):
                lines.append(words)
        elif times:
            if lines:
                yield *times, lines
            times, lines = None, []


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + seconds + rest / 1000
