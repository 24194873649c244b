"""Pendopo: cold, after edits, with nothing changed, checking, and serving."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from .edits import Editor
from .measure import Cost, run
from .workplace import PROGRAMS, ROOT, Workplace, clear

NAME = "pendopo"
COLD = "Pendopo, cold"
SERVED = "Pendopo, saved to served"
SERVED_EDITS = 5
SITE_URL = "https://rekaan.example/"
"""The address of the site, without which it has neither sitemaps nor cards."""
POLL = 0.01
LONGEST = 600.0


def forget(site: Path) -> None:
    """Removes a site and all that Pendopo remembers of it."""
    for folder in (site, site.with_name(f".{site.name}.pendopo")):
        clear(folder)


def cold(place: Workplace) -> Cost:
    """A build that neither finds a site nor remembers one."""
    forget(place.site(NAME))
    return _build(place)


def rounds(place: Workplace, editor: Editor) -> Iterator[tuple[str, Cost]]:
    """One run of each kind, in the order of a day's work."""
    yield COLD, cold(place)
    editor.body()
    yield "Pendopo, first edit after that", _build(place)
    editor.body()
    yield "Pendopo, one edit", _build(place)
    editor.title()
    yield "Pendopo, one edit of a title", _build(place)
    yield "Pendopo, nothing changed", _build(place)
    shutil.rmtree(place.site(NAME) / "cari/indeks")
    yield "Pendopo, only the search index anew", _build(place)
    yield from _checks(place, editor)
    editor.undo()


def _checks(place: Workplace, editor: Editor) -> Iterator[tuple[str, Cost]]:
    """A check that knows nothing, one with nothing new, and one after an edit."""
    # Where a site is configured, a check keeps what it found.
    (place.folder / "mkdocs.yml").write_text("site_name: Rekaan\n", "utf-8")
    clear(place.folder / ".site.pendopo")
    command: list[str | Path] = [PROGRAMS / "pendopo", "check", place.data]
    yield "pendopo check", run(command, place.folder, {})
    time.sleep(3)  # A file that was written a moment ago is not known by its stamp.
    run(command, place.folder, {})
    yield "pendopo check, nothing changed", run(command, place.folder, {})
    editor.body()
    yield "pendopo check, one edit", run(command, place.folder, {})


def served(place: Workplace, editor: Editor) -> Iterator[float]:
    """Seconds from saving an edit to the moment when `mkdocs serve` gives the new page."""
    forget(ROOT / "serve")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command: list[str | Path] = [PROGRAMS / "mkdocs", "serve", "-q", "--dev-addr", host]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | _variables(place),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait(f"http://{host}/", "<h1", server)
            for _ in range(SERVED_EDITS):
                time.sleep(1)
                address, words = editor.body()
                begin = time.perf_counter()
                _wait(f"http://{host}/{address}", words, server)
                yield time.perf_counter() - begin
        finally:
            server.terminate()
            server.wait()
            editor.undo()
            forget(ROOT / "serve")


def _build(place: Workplace) -> Cost:
    command: list[str | Path] = [PROGRAMS / "mkdocs", "build", "--strict", "-q", "--site-dir"]
    return run([*command, place.site(NAME)], ROOT, _variables(place) | {"SITE_URL": SITE_URL})


def _variables(place: Workplace) -> dict[str, str]:
    return {"PENDOPO_DATA": str(place.data), "NO_MKDOCS_2_WARNING": "1"}


def _wait(url: str, words: str, server: subprocess.Popen[bytes]) -> None:
    """Asks for a page until the words stand in it."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(url, timeout=60) as answer:  # noqa: S310  (an address of this machine)
                if words in answer.read().decode():
                    return
        except (OSError, HTTPException):
            pass
        time.sleep(POLL)
    raise TimeoutError(f"{url} never said: {words}")
