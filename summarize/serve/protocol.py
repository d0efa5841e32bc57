"""The tools over the Model Context Protocol, with its official SDK (the extra `mcp`).

Owns the only contact with the SDK. An error of a tool is one line in its result, whatever went wrong; standard output carries
the protocol and nothing else, since the SDK leads everything that others write there to standard error.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarize.errors import MissingExtra, SummarizeError, UnknownName, UsageError
from summarize.model import fold
from summarize.serve.tools import TOOLS, Session
from summarize.version import __version__

if TYPE_CHECKING:
    from mcp.server import Server
    from mcp.types import CallToolResult, Tool

_LONGEST_ERROR = 500
_ABOUT = (
    "Summarizes news articles in verbatim sentences with their sources, offline. Call digest with paths of files or folders, "
    "then ask, explain or verify: they refer to the digest made last. Every text is word for word from an article."
)


def serve(session: Session) -> None:
    """Answers a client on standard input and output until it goes. Raises `MissingExtra`."""
    try:
        import anyio
        from mcp.server import ServerRequestContext  # noqa: F401  (absent from versions before 2)
        from mcp.server.stdio import stdio_server
    except ImportError:
        raise MissingExtra("the server for assistants", "mcp") from None
    server = server_of(session)

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)


def server_of(session: Session) -> Server[Any]:
    """A server of the SDK that works for one session, one call after the other."""
    import anyio
    from anyio.to_thread import run_sync
    from mcp import types
    from mcp.server import Server

    one_at_a_time = anyio.CapacityLimiter(1)

    async def listed(_context: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=_tools())

    async def called(_context: Any, params: types.CallToolRequestParams) -> CallToolResult:
        return await run_sync(called_tool, session, params.name, params.arguments or {}, limiter=one_at_a_time)

    return Server("summarize", version=__version__, instructions=_ABOUT, on_list_tools=listed, on_call_tool=called)


def called_tool(session: Session, name: str, arguments: dict[str, Any]) -> CallToolResult:
    """The result of a tool: its text, and its data where it gives some; an error is one line."""
    from mcp import types

    try:
        _check(name, arguments)
        result = TOOLS[name].work(session, arguments)
    except SummarizeError as error:
        return _failed(str(error))
    except Exception as error:  # whatever happens, a client gets a line
        return _failed(f"{type(error).__name__}: {error}")
    if isinstance(result, str):
        return types.CallToolResult(content=[types.TextContent(type="text", text=result)])
    text = json.dumps(result, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=text)], structured_content=json.loads(text)
    )


def _tools() -> list[Tool]:
    from mcp import types

    return [
        types.Tool(
            name=name,
            title=tool.title,
            description=tool.description,
            input_schema=tool.arguments,
            annotations=types.ToolAnnotations(read_only_hint=True, idempotent_hint=True),
        )
        for name, tool in TOOLS.items()
    ]


def _check(name: str, arguments: dict[str, Any]) -> None:
    """Raises `UsageError` for a tool that there is not and arguments that it does not take."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    if name not in TOOLS:
        raise UnknownName("tool", name, TOOLS)
    error = best_match(Draft202012Validator(TOOLS[name].arguments).iter_errors(arguments))
    if error is not None:
        place = ".".join(str(step) for step in error.absolute_path)
        raise UsageError(f"{name}{f', {place}' if place else ''}: {error.message}")


def _failed(message: str) -> CallToolResult:
    from mcp import types

    line = fold(message)
    short = line if len(line) <= _LONGEST_ERROR else f"{line[:_LONGEST_ERROR]}…"
    text = short.encode("utf-8", "replace").decode("utf-8")
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=True)
