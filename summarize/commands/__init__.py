"""The commands and their options.

In: words of a command line. Out: text on standard output or in a file, through the rooms of the pipeline. Refuses to compute:
a command reads, calls one verb and writes.
"""

from collections.abc import Callable, Iterator

from summarize.commands import assistants, briefing, check, disagree, look, question, run, score
from summarize.commands.manner import Command, arguments_of, rows_of
from summarize.commands.mistakes import told

__all__ = ["Command", "arguments_of", "commands", "rows_of", "told"]


def commands() -> Iterator[tuple[str, Callable[..., None], str]]:
    """(name, function, epilog of its help) of each command, in the order of the help."""
    yield "run", run.run, run.RUN_EXAMPLES
    yield "inspect", look.inspect, look.INSPECT_EXAMPLES
    yield "verify", check.verify, check.VERIFY_EXAMPLES
    yield "explain", check.explain, check.EXPLAIN_EXAMPLES
    yield "ask", question.ask, question.ASK_EXAMPLES
    yield "conflicts", disagree.conflicts, disagree.CONFLICTS_EXAMPLES
    yield "briefing", briefing.briefing, briefing.BRIEFING_EXAMPLES
    yield "stories", briefing.stories, briefing.STORIES_EXAMPLES
    yield "timeline", briefing.timeline, briefing.TIMELINE_EXAMPLES
    yield "diff", briefing.diff, briefing.DIFF_EXAMPLES
    yield "eval", score.evaluation, score.EVAL_HELP
    yield "mcp", assistants.mcp, assistants.MCP_EXAMPLES
    yield "demo", run.demo, run.DEMO_EXAMPLES
    yield "schema", look.schema, look.SCHEMA_EXAMPLES
