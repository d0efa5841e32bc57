"""The server for assistants, spoken to by a client of the official SDK over standard input and output."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXAMPLES

from summarize.cli import main

ROOT = Path(__file__).parent.parent.parent
COMMAND = [sys.executable, "-m", "summarize", "mcp"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(EXAMPLES / "river-flood", tmp_path / "root" / "articles")
    return tmp_path / "root"


def spoken(folder: Path, *calls: tuple[str, dict]):
    """(tools, result of each call) of one session with a server that was started for it."""
    mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")
    import anyio
    from mcp.client.stdio import StdioServerParameters, stdio_client

    server = StdioServerParameters(command=COMMAND[0], args=[*COMMAND[1:], "--root", str(folder)], env=ENVIRONMENT)

    async def talk():
        async with stdio_client(server) as (reader, writer), mcp.ClientSession(reader, writer) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            return tools, [await session.call_tool(name, arguments) for name, arguments in calls]

    return anyio.run(talk)


def test_a_client_digests_asks_explains_and_verifies(folder):
    tools, (made, again, answer, none, why, checked) = spoken(
        folder,
        ("digest", {"paths": ["articles"]}),
        ("digest", {"paths": ["articles"], "format": "markdown"}),
        ("ask", {"question": "How many people died?"}),
        ("ask", {"question": "Who won the football cup?"}),
        ("explain", {"place": "1.1"}),
        ("verify", {}),
    )
    assert [tool.name for tool in tools] == ["digest", "verify", "explain", "ask"]
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert not any(one.is_error for one in (made, again, answer, none, why, checked))
    assert json.loads(made.content[0].text) == made.structured_content
    assert made.structured_content["schema_version"] == 2
    assert again.content[0].text.startswith("---\n")
    assert "Nine people have died" in answer.structured_content["answers"][0]["text"]
    assert none.structured_content["answers"] == []
    assert why.structured_content["lines"][0].startswith("1.1")
    assert checked.structured_content["differences"] == []


def test_an_error_is_one_line_in_the_result(folder):
    _, results = spoken(
        folder,
        ("ask", {"question": "Why?"}),
        ("digest", {"paths": ["../secret.txt"]}),
        ("digest", {"paths": ["https://a.example/"]}),
        ("digest", {"paths": ["none.txt"]}),
        ("digest", {"paths": []}),
        ("digest", {"paths": ["articles"], "colour": "red"}),
        ("ask", {"question": "Why?", "digest": "articles/01-tesmark-post.txt"}),
        ("sumarize", {}),
    )
    told = [one.content[0].text for one in results]
    assert all(one.is_error for one in results)
    assert all(len(text.splitlines()) == 1 and "Traceback" not in text for text in told)
    wanted = ("no digest was made yet", "outside the folder", "addresses may not be read", "none.txt: no such file")
    wanted += ("digest, paths", "'colour'", "not a digest", "unknown tool 'sumarize'")
    assert [part in text for part, text in zip(wanted, told, strict=True)] == [True] * len(told)


def test_a_fault_of_ours_is_one_line_too(monkeypatch, folder):
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    from summarize.serve import Bounds, Session
    from summarize.serve.protocol import called_tool

    def broken(*_: object):
        raise RuntimeError("line one\nline two \ud800")

    monkeypatch.setattr("summarize.pipeline.summarize", broken)
    result = called_tool(Session(Bounds.of(folder)), "digest", {"paths": ["articles"]})
    assert result.is_error
    assert result.content[0].text == "RuntimeError: line one line two ?"


def test_standard_output_carries_the_protocol_and_nothing_else(folder):
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    first = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "0"}}
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": first},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {
            "jsonrpc": "2.0",
            "id": 2,
            "method": "tools/call",
            "params": {"name": "digest", "arguments": {"paths": ["-"]}},
        },
    ]
    process = subprocess.Popen(
        [*COMMAND, "--root", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    with process:
        process.stdin.write("no JSON at all\n" + "".join(json.dumps(one) + "\n" for one in messages))
        process.stdin.flush()
        answers = []
        while not answers or answers[-1].get("id") != 2:
            answers.append(json.loads(process.stdout.readline()))
        rest, errors = process.communicate(timeout=30)
    assert all(one["jsonrpc"] == "2.0" for one in answers)
    assert answers[-1]["result"]["isError"]
    assert (rest, "Traceback" in errors, process.returncode) == ("", False, 0)


def test_a_folder_that_is_not_there_is_wrong_usage(capsys):
    assert main(["mcp", "--root", "none"]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)


def test_without_the_extra_the_install_line_is_told(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert main(["mcp"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("summarize: the server for assistants needs a package that is not installed. Install with: ")
    assert line.endswith("pip install mcp")
