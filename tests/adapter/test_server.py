"""Whom the server answers, and addresses that it cannot have."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from conftest import AGENCY, Write, configuration
from pendopo.mkdocs import serving as serving_on
from pendopo.mkdocs.serving import bracketed, check, guard
from sites import serving


@contextmanager
def guarded(folder: Path, host: str) -> Iterator[LiveReloadServer]:
    """MkDocs's server of `folder` on this machine, guarded as if it were started for `host`."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(folder))
    guard(server, host)
    server.server_bind()
    server.server_activate()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.observer.stop()
        super(LiveReloadServer, server).shutdown()
        server.server_close()
        thread.join(10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("halaman")
    return tmp_path


def status(server: LiveReloadServer, host: str | None, path: str = "/") -> int:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    assert (b"halaman" in answer.read()) == (answer.status == 200)
    connection.close()
    return answer.status


OWN = ("localhost", "LOCALHOST:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]", "[::1]:8000")
OTHERS = (
    *(None, "", "jahat.example", "jahat.example:8000", "localhost.jahat.example", "127.0.0.1.x"),
    *("localhost:8000.x", "[::1].x", "::1", "[jahat.example]", "x@localhost", "localhost."),
)


def test_who_asks_for_another_host_is_refused(folder: Path) -> None:
    with guarded(folder, "192.0.2.7") as server:
        answered = {host: status(server, host) for host in (*OWN, "192.0.2.7:8000")}
        refused = {host: status(server, host) for host in (*OTHERS, "192.0.2.8")}
    assert set(answered.values()) == {200}, answered
    assert set(refused.values()) == {403}, refused


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_a_server_of_all_addresses_answers_at_each_but_at_no_name(folder: Path, host: str) -> None:
    with guarded(folder, host) as server:
        answered = {each: status(server, each) for each in (*OWN, "192.0.2.8", "[2001:db8::1]:80")}
        refused = {each: status(server, each) for each in OTHERS}
    assert set(answered.values()) == {200}, answered
    assert set(refused.values()) == {403}, refused


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/a%00/", f"/{'a' * 5000}", "/%0d%0aX:%20y", "//x", "/../x"),
        f"/livereload/{'9' * 5000}/1",
    ],
)
def test_a_path_that_no_file_can_have_is_not_found(
    folder: Path, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    with guarded(folder, "127.0.0.1") as server:
        assert status(server, "127.0.0.1", path) == 404
    assert "500" not in caplog.text


@pytest.mark.parametrize("name", ["..\\secret", "\\\\server\\x", "C:", "c:secret", "a:b"])
def test_a_path_that_leads_out_of_the_folder_on_windows_is_not_found(
    folder: Path, name: str
) -> None:
    (folder / name).write_text("halaman")
    with guarded(folder, "127.0.0.1") as server:
        assert status(server, "127.0.0.1", f"/{quote(name)}") == 404
        assert status(server, "127.0.0.1", f"/{quote(name, safe=':')}") == 404


@pytest.mark.parametrize("port", [-1, 65536, 99999, 10**30])
@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_port_that_does_not_exist_is_refused(host: str, port: int) -> None:
    with pytest.raises(PluginError, match=r"no port between 1 and 65535"):
        check(host, port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(PluginError, match=r"^192\.0\.2\.7:8000 cannot be served: "):
        check("192.0.2.7", 8000)


def test_windows_is_not_asked_for_an_address_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """There, whoever asks so would share it with the other server."""
    monkeypatch.setattr(serving_on, "LINGERS", False)
    monkeypatch.setattr(socket.socket, "setsockopt", pytest.fail)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(PluginError, match="runs on"):
            check("127.0.0.1", other.getsockname()[1])


def test_an_address_in_use_is_refused_before_anything_is_built(write: Write, project: Path) -> None:
    folder = write({"agencies/kota-uji/agency.yml": AGENCY})
    with socket.create_server(("127.0.0.1", 0)) as other:
        config = configuration(folder, project / "site", project)
        with serving(config) as hook:
            config.dev_addr = type(config.dev_addr)("127.0.0.1", other.getsockname()[1])
            with pytest.raises(PluginError, match=r"^Something runs on 127\.0\.0\.1:"):
                hook.on_config(config)
    assert not (project / ".serve.pendopo").exists()


def test_an_address_of_ipv6_is_written_in_brackets() -> None:
    assert bracketed("http://::1:8000/repo/", "::1") == "http://[::1]:8000/repo/"
    assert bracketed("http://127.0.0.1:8000/", "127.0.0.1") == "http://127.0.0.1:8000/"
    assert bracketed("", "::1") == ""
