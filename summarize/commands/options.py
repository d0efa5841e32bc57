"""The options that commands share: their names, their help, and what a shell completes them with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from summarize import registry

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, web addresses, or - for standard input.", show_default=False),
]


def _complete(kind: str) -> Any:
    return lambda incomplete: [name for name in registry.names(kind) if name.startswith(incomplete)]


Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="terminal (default), markdown, html, json, csv, jsonld, docx (Word) or eml (mail); without it, the suffix of "
        "-o decides.",
        autocompletion=_complete("renderers"),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", readable=False, help="Write to this file, whole or not at all."),
]
Topics = Annotated[
    str | None, typer.Option(metavar="N", help="'auto' (default) or the number of topics, beside the named ones.")
]
Named = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="NAME", help="A section with this name, filled by meaning; may be given again."),
]
OnlyTopics = Annotated[bool, typer.Option("--only-topics", help="Nothing but the sections named with --topic.")]
Query = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORDS", help="What you want to know: sections and sentences near it come first; may be given again."
    ),
]
LengthOption = Annotated[
    str | None,
    typer.Option(
        "--length",
        "-l",
        metavar="LENGTH",
        help="Of each topic: auto (default: up to 3 sentences, while they add something), sentences (3), share of its "
        "sentences (20%), words (80w), or short, medium, long (1, 3, 6 sentences).",
    ),
]
Overview = Annotated[
    int | None, typer.Option(metavar="N", help="Words for the overview of everything (default 130, 0 for none).")
]
Encoder = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="How sentences are compared: use (default, 16 languages), minilm (English, an extra), tfidf (words only).",
        autocompletion=_complete("encoders"),
    ),
]
Ranker = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="How sentences are ranked: coverage (default) or a method of sumy: lexrank, textrank, lsa, luhn, kl, "
        "sumbasic, reduction.",
        autocompletion=_complete("rankers"),
    ),
]
Language = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="'auto' (default), a code (fr) or a name (french) for all the articles."),
]
PreferLanguage = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Show sentences of this language, a code (en) or a name, where one says the fact; cite those of others.",
    ),
]
Listed = Annotated[
    str | None,
    typer.Option("--input", "-i", metavar="LIST", help="A file with a path or an address a line (- for stdin)."),
]
MaxArticles = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Pages read of each feed, sitemap or list page (default 30).")
]
Follow = Annotated[
    bool,
    typer.Option(
        "--follow", help="Read the articles that front pages, sections, and files of feeds and sitemaps link to."
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Read addresses of private networks and file:// too.")
]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings file (TOML) in place of summarize.toml or pyproject.toml.")
]
Judge = Annotated[
    Literal["learned", "rules"] | None,
    typer.Option(
        metavar="NAME", help="Who says what is one fact, one topic, clear and worth it: learned (default), or rules."
    ),
]
Title = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="What stands above the digest, in place of the best of the articles' titles."),
]
NoContext = Annotated[bool, typer.Option("--no-context", help="Leave out who speaks, in brackets before a quotation.")]
Voices = Annotated[
    bool, typer.Option("--voices", help="Add who says what: the people quoted most, with their words and sources.")
]
RepeatOverview = Annotated[
    bool, typer.Option("--repeat-overview", help="Repeat in a section, word for word, what the overview shows.")
]
Cite = Annotated[
    Literal["numeric", "footnote", "pandoc", "inline", "none"] | None,
    typer.Option(
        metavar="NAME", help="Citations in Markdown: numeric (default), footnote, pandoc, inline (names) or none."
    ),
]
Bibliography = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write the sources to this file too: CSL-JSON (.json) or BibTeX (.bib)."),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Say on standard error why each sentence of a section was chosen.")
]
OnlyConflicts = Annotated[
    bool, typer.Option("--only-conflicts", help="Nothing but where the sources disagree; see `summarize conflicts`.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings on standard error.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="List everything that was set aside, and why.")]
Pager = Annotated[bool, typer.Option("--pager", help="Read it in $PAGER (default: less -R), on a terminal.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="Plain text; so does the environment variable NO_COLOR.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        help="Threads to work with (default: one a core); the digest is the same.",
        show_default=False,
    ),
]
PathsAs = Annotated[
    Literal["relative", "absolute", "none"],
    typer.Option(
        "--paths",
        metavar="STYLE",
        help="How files are named: relative (default: to the digest, or to the folder of them all), absolute, none.",
    ),
]
NoArticles = Annotated[
    bool, typer.Option("--no-articles", help="Leave the texts of the articles out of the HTML page.")
]
Base = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Where the articles lie now, if not where the digest says.")
]
DigestFile = Annotated[Path, typer.Argument(metavar="DIGEST.json", help="A digest in JSON.", show_default=False)]
Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Where the articles are now, if not where they were.", show_default=False),
]
