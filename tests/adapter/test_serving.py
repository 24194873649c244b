"""A site that is served: shown where it is made, and renewed at every edit."""

import errno
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from conftest import AGENCY, Write, at_length, configuration
from sites import serving


@contextmanager
def server_of(
    config: MkDocsConfig, project: Path, builder: Callable[[], None] = lambda: None
) -> Iterator[LiveReloadServer]:
    """MkDocs's server, handed to the hook after a first build; not started."""
    server = LiveReloadServer(builder, "127.0.0.1", 0, str(project / "site"))
    server.watch(str(project / "docs"))
    server.watch(str(project / "mkdocs.yml"))
    polling = server.observer
    try:
        with serving(config) as hook:
            build(config, serve_url=server.url)
            assert hook.on_serve(server, config=config, builder=None) is server
            yield server
    finally:
        polling.stop()
        server.shutdown()


def watch_of(server: LiveReloadServer) -> Any:
    return server.observer


def test_the_server_watches_the_data_folder(write: Write, project: Path) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    watched = {str(folder), *(str(project / name) for name in ("docs", "mkdocs.yml", "overrides"))}
    with server_of(configuration(folder, project / "site", project), project) as server:
        assert set(server._watched_paths) == set(server._watch_refs) == watched
        assert set(watch_of(server).wanted) == watched


def test_the_server_shows_the_pages_where_they_are_made_and_is_told_of_edits(
    write: Write, project: Path
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with server_of(configuration(folder, project / "site", project), project) as server:
        assert server.root == str(project / ".serve.pendopo/site")
        assert not isinstance(watch_of(server).observer, PollingObserver)
        missing = server.error_handler(404)
        assert missing is not None
        assert "Halaman tidak ditemukan" in missing.decode()
        assert server.error_handler(500) is None


PATIENCE = 120
"""Seconds within which a busy machine builds the site again."""


def until(condition: Any) -> None:
    """Waits until something is so."""
    ends = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < ends, "it did not come about"
        time.sleep(0.02)


@dataclass
class Served:
    """A site as it is served, with the times at which it was built again.

    `spare` is the name of a file outside all that is watched.
    """

    server: LiveReloadServer
    builds: list[float]
    spare: Path

    def asked(self, address: str) -> tuple[int, str]:
        """Status and text of a page."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        connection.request("GET", address)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def edit(self, file: Path, text: str) -> None:
        """Writes a file in one step: no build finds half of it."""
        self.spare.write_text(text)
        self.spare.replace(file)


@contextmanager
def served(folder: Path, project: Path) -> Iterator[Served]:
    """`mkdocs serve` in a thread of its own."""

    def builder() -> None:
        try:
            again = configuration(folder, project / "site", project)
            again.strict = False
            build(again, serve_url="http://127.0.0.1:8000/")
        finally:
            builds.append(time.monotonic())

    builds: list[float] = []
    with server_of(configuration(folder, project / "site", project), project, builder) as server:
        thread = threading.Thread(target=server.serve)
        thread.start()
        try:
            until(server.serve_thread.is_alive)
            yield Served(server, builds, project.with_name("spare"))
        finally:
            server.shutdown()
            thread.join(PATIENCE)
    assert not thread.is_alive()


@at_length
def test_a_served_page_is_renewed_at_an_edit_and_at_nothing_else(
    write: Write, project: Path
) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with served(folder, project) as site:
        assert "Kota Uji" in site.asked("/kota-uji/")[1]
        status, text = site.asked("/tidak-ada/")
        assert status == 404
        assert "Halaman tidak ditemukan" in text
        for path in (*folder.rglob("*.yml"), *(project / "docs").glob("*.md")):
            path.read_bytes()
        time.sleep(1)
        assert site.builds == [], "a file that is read was taken for an edit"
        site.edit(folder / "agencies/kota-uji/agency.yml", AGENCY + "tagline: Teduh\n")
        until(lambda: site.builds)
        assert "Teduh" in site.asked("/kota-uji/")[1]
        time.sleep(1.5)
        assert len(site.builds) == 1, "a build was taken for an edit"
        new = folder / "agencies/kota-uji/desa-a/agency.yml"
        new.parent.mkdir()
        new.write_text("type: desa\nname: Desa Baru\n")
        until(lambda: site.asked("/kota-uji/desa-a/")[0] == 200)
        shutil.rmtree(new.parent)
        until(lambda: site.asked("/kota-uji/desa-a/")[0] == 404)


ARTICLE = "title: Panen raya\npublished: 2026-01-05\nbody: Panen.\n"
NOTICE = 'class="problems"'


@at_length
def test_problems_stand_on_the_pages_until_they_are_mended_and_stop_nothing(
    write: Write, project: Path
) -> None:
    news = "agencies/kota-uji/news/2026-01-05-panen.yml"
    folder = write({"agencies/kota-uji/agency.yml": AGENCY, news: ARTICLE})
    settings = project / "mkdocs.yml"
    sound = settings.read_text()
    page, front = "/kota-uji/berita/2026-01-05-panen/", "/kota-uji/"
    with served(folder, project) as site:
        assert NOTICE not in site.asked(page)[1]
        site.edit(folder / news, f"{ARTICLE}tittle: <b>Dua</b>\n")
        until(lambda: NOTICE in site.asked(page)[1])
        status, text = site.asked(page)
        assert status == 200
        assert "Panen raya" in text, "the last good page is gone"
        assert f"{folder}/{news}:4:1: " in text
        assert "<pre>4 | tittle: &lt;b&gt;Dua&lt;/b&gt;\n" in text
        assert '<span aria-hidden="true">  | ^^^^^^</span>' in text
        site.edit(folder / news, "title: [\n")
        until(lambda: "tittle" not in site.asked(front)[1])
        status, text = site.asked(page)
        assert status == 200, "a file that cannot be read takes its page away"
        assert "Panen raya" in text
        site.edit(folder / "agencies/kota-uji/agency.yml", AGENCY + "tagline: Teduh\n")
        until(lambda: "Teduh" in site.asked(front)[1])
        assert NOTICE in site.asked(front)[1]
        assert NOTICE in site.asked("/tidak-ada/")[1]
        site.edit(settings, f"{sound}tidak: [\n")
        until(lambda: "mkdocs.yml" in site.asked(front)[1])
        assert "Teduh" in site.asked(front)[1], "a build that fails stops the server"
        site.edit(settings, sound)
        site.edit(folder / news, ARTICLE)
        until(lambda: NOTICE not in site.asked(front)[1])
        assert NOTICE not in site.asked(page)[1]
        (folder / news).unlink()
        until(lambda: site.asked(page)[0] == 404)


@at_length
def test_what_is_served_can_be_searched_soon_after_an_edit(write: Write, project: Path) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with served(folder, project) as site:
        until(lambda: site.asked("/cari/indeks/daftar.json")[0] == 200)
        before = site.asked("/cari/indeks/daftar.json")
        site.edit(folder / "agencies/kota-uji/agency.yml", AGENCY + "introduction: Teduh.\n")
        until(lambda: site.asked("/cari/indeks/daftar.json") != before)


@at_length
def test_where_the_system_has_no_watches_left_edits_are_found_all_the_same(
    write: Write, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.inotify.InotifyEmitter.on_thread_start", full)
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with served(folder, project) as site:
        site.edit(folder / "agencies/kota-uji/agency.yml", AGENCY + "tagline: Teduh\n")
        until(lambda: site.builds)
        assert "Teduh" in site.asked("/kota-uji/")[1]
