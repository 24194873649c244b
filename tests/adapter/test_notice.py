"""Problems on top of the pages of a server."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from playwright.sync_api import Page, expect

from conftest import ROOT
from pendopo.mkdocs import notice as notices
from pendopo.mkdocs.notice import MOST, Notice, show

LOG = logging.getLogger("mkdocs.plugins.pendopo")
FAULT = "data/a.yml:3:1: Salah <b>. [x]\n    3 | a: <i>\n      | ^\n    Perbaiki."
PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Halaman</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'
'unsafe-inline'; style-src 'self'; connect-src 'self'; form-action 'self'; require-trusted-types-for
'script'"><link rel="stylesheet" href="/pendopo.css"></head>
<body dir="ltr"><main><h1>Halaman</h1></main></body></html>"""


@contextmanager
def told(build: Callable[[], None]) -> Iterator[Notice]:
    """What is told after a build."""
    notice = Notice()
    notice.language = "id"
    logger = logging.getLogger("mkdocs")
    logger.addHandler(notice)
    try:
        notice.going_on(build)()
        yield notice
    finally:
        logger.removeHandler(notice)


def text_of(build: Callable[[], None]) -> str:
    with told(build) as notice:
        return notice.on(PAGE.encode()).decode()


def test_an_error_stands_first_in_the_body_with_all_that_the_log_tells() -> None:
    text = text_of(lambda: LOG.error(FAULT))
    assert '<body dir="ltr">\n<dialog open' in text
    assert "Ditemukan 1 masalah." in text
    assert "<li><p>data/a.yml:3:1: Salah &lt;b&gt;. [x]</p><pre>3 | a: &lt;i&gt;\n" in text
    assert '<span aria-hidden="true">  | ^</span>\nPerbaiki.</pre>' in text


def test_what_is_no_error_changes_no_page() -> None:
    assert text_of(lambda: LOG.warning("x")) == PAGE


def test_of_many_problems_the_first_are_shown_and_all_are_counted() -> None:
    with told(lambda: None) as notice:
        notice.shown = [f"a.yml:{each}:1: x" for each in range(1, MOST + 3)]
        text = notice.on(PAGE.encode()).decode()
    assert f"Ditemukan {MOST + 2} masalah." in text
    assert text.count("<li>") == MOST
    assert "2 masalah lagi" in text


def failing(error: BaseException, *said: str) -> Callable[[], None]:
    def build() -> None:
        for each in said:
            LOG.error(each)
        raise error

    return build


def test_a_build_that_fails_is_told_and_does_not_stop_the_server() -> None:
    assert "<li><p>Tidak ada tema</p></li>" in text_of(failing(Abort("Tidak ada tema")))
    assert "<li><p>ValueError</p></li>" in text_of(failing(ValueError()))
    told_already = text_of(failing(Abort("Aborted"), "a.yml:1:1: x"))
    assert "a.yml:1:1: x" in told_already
    assert "Aborted" not in told_already


def test_an_interruption_stops_it() -> None:
    with pytest.raises(KeyboardInterrupt), told(failing(KeyboardInterrupt())):
        pass


def test_what_the_last_build_has_told_is_gone_after_the_next() -> None:
    with told(lambda: LOG.error(FAULT)) as notice:
        LOG.error("while it is shown")
        assert b"while" not in notice.on(PAGE.encode())
        notice.going_on(notice.told.clear)()
        assert notice.on(PAGE.encode()) == PAGE.encode()


@contextmanager
def served(folder: Path, notice: Notice) -> Iterator[str]:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder))
    server._watched_paths = {str(folder): 1}  # pages get the notice where something is watched
    notice.told = [*notice.shown]
    show(server, notice)
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        super(LiveReloadServer, server).shutdown()
        server.server_close()
        thread.join(10)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text(PAGE)
    own = (ROOT / "overrides/assets/pendopo.css").read_text("utf-8")
    (tmp_path / "pendopo.css").write_text(f"body {{ margin: 0 }}\n{own}")
    with told(lambda: LOG.error(FAULT)) as notice, served(tmp_path, notice) as address:
        yield address


def test_the_server_has_what_the_notice_loads(address: str) -> None:
    for path, (_, content_type) in notices.FILES.items():
        connection = HTTPConnection(address, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.getheader("Content-Type") == content_type
        assert answer.read()
        connection.close()


def test_the_notice_is_read_out_and_closes(page: Page, address: str) -> None:
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"http://{address}/")
    notice = page.get_by_role("dialog", name="Ditemukan 1 masalah.")
    assert notice.get_by_role("alert").is_visible()
    box = notice.bounding_box()
    assert box
    assert box["y"] == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    notice.get_by_role("button", name="Tutup").focus()
    page.keyboard.press("Escape")
    expect(notice).to_be_hidden()
    page.reload()
    notice.get_by_role("button", name="Tutup").click()
    expect(notice).to_be_hidden()
    assert page.get_by_role("heading", name="Halaman").is_visible()
    assert [each for each in errors if "favicon" not in each and "404" not in each] == []


def test_no_site_that_is_published_has_any_of_it(built: Path) -> None:
    found = [
        path
        for path in built.rglob("*")
        if path.suffix in {".html", ".css", ".js"}
        and ("problems-found" in (text := path.read_text("utf-8")) or "/livereload/" in text)
    ]
    assert found == []
