"""The tools of this program for assistants, over the Model Context Protocol (MCP) on standard input and output.

In: the folder that may be read. Out: a server that answers until its client goes: `digest`, `verify`, `explain`, `ask`, with
the documents of the command line. Refuses to write, to read outside the folder, and to read the web unless it is allowed.
"""

from summarize.serve.bounds import Bounds
from summarize.serve.protocol import serve
from summarize.serve.tools import TOOLS, Session

__all__ = ["TOOLS", "Bounds", "Session", "serve"]
