"""Runs Pagefind as a service that is handed one page after the other.

Given a folder, it would take the pages in the order of the file system, and number the words of the
index by it: the same site would get another index on another machine.
"""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from errno import ENOSPC
from io import BufferedReader, BufferedWriter
from pathlib import Path
from shutil import disk_usage
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Event
from typing import Any, cast

LANGUAGE = "id"
"""Language for stemming: the one agencies write in, whatever the language of the labels."""
END = b","
"""Ends a message of the service, which is JSON in Base64."""
FAREWELL = b"!"
"""No message: after it the service takes in no more, and ends when it has written all files. It
says that they are written before they are, and would leave some empty at the end of its input."""

NEEDED = ("SYSTEMROOT",)
"""Variables without which Windows starts no program properly."""
PROGRAM_SIZE = 512 * 1024
"""Bytes that Pagefind's own files take at most."""

Message = Mapping[str, Any]


class HaltedError(Exception):
    """Indexing was cancelled."""


def index(pages: Iterable[tuple[str, str]], folder: Path, halted: Event) -> None:
    """Writes an index of `pages`, each a URL and its HTML, to `folder`, in which files may exist.

    Raises `ChildProcessError` if Pagefind fails, `OSError` if the disk has no room for the index,
    and `HaltedError` soon after `halted` is set.
    """
    from pagefind_bin import get_executable  # noqa: PLC0415  (most builds do without)

    with TemporaryFile() as said:
        try:
            # Settings are read from PAGEFIND_ variables: without any, equal input, equal bytes.
            with Popen(  # noqa: S603  (no shell, and no word of the data)
                [get_executable(), "--service"],
                env={name: os.environ[name] for name in NEEDED if name in os.environ},
                stdin=PIPE,
                stdout=PIPE,
                stderr=said,
            ) as service:
                _converse(service, _requests(pages, folder), halted)
        except (BrokenPipeError, EOFError) as error:
            said.seek(0)
            reason = said.read().decode(errors="replace").strip() or "?"
            raise ChildProcessError(1, reason, "pagefind") from error


def _requests(pages: Iterable[tuple[str, str]], folder: Path) -> Iterator[Message]:
    """All messages of one index. Raises `OSError` if the disk has no room for it."""
    yield {"type": "NewIndex", "config": {"force_language": LANGUAGE}}
    room = PROGRAM_SIZE
    for url, html in pages:
        room += len(html)
        yield {"type": "AddFile", "index_id": 0, "url": url, "file_contents": html}
    # Pagefind would not tell that files could not be written; an index is smaller than its pages.
    folder.mkdir(parents=True, exist_ok=True)
    if disk_usage(folder).free < room:
        raise OSError(ENOSPC, os.strerror(ENOSPC), str(folder))
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(folder)}


def _converse(service: "Popen[bytes]", requests: Iterable[Message], halted: Event) -> None:
    """Sends all requests, reads the answers, and waits for the end of the service.

    Raises `EOFError` if it ends before it has answered all.
    """
    given, output = cast(BufferedWriter, service.stdin), cast(BufferedReader, service.stdout)
    sent = 0
    # Neither waits for the other: the service takes in what is sent while it works.
    for sent, request in enumerate(requests, 1):
        if halted.is_set():
            raise HaltedError
        message = {"message_id": sent, "payload": request}
        given.write(b64encode(json.dumps(message).encode()) + END)
    given.flush()
    answers = _answers(output)
    for _ in range(sent):
        answer = next(answers)
        if halted.is_set():
            raise HaltedError
        if answer["type"] == "Error":
            raise ChildProcessError(1, answer["message"], "pagefind")
    given.write(FAREWELL + END)
    given.flush()
    while output.read1():
        pass


def _answers(output: BufferedReader) -> Iterator[Message]:
    """The answers of the service. Raises `EOFError` if it ends."""
    rest = b""
    while read := output.read1():
        *whole, rest = (rest + read).split(END)
        for each in whole:
            yield json.loads(b64decode(each))["payload"]
    raise EOFError
