"""The examples for nginx and Caddy: headers, and how long which file may be kept."""

import http.client
import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT, at_length
from pendopo.reading.downloads import DOCUMENTS
from ports import reserved

NGINX = (ROOT / "deploy/nginx.conf").read_text("utf-8")
CADDY = (ROOT / "deploy/Caddyfile").read_text("utf-8")
FOR_EVER, A_DAY, ASKED = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
NAMED_BY_CONTENT = (
    *(
        "assets/cards/*.jpg",
        "assets/cards/*.png",
        "**/media/*.avif",
        "**/media/*.webp",
        "**/media/*-*-*.jpg",
    ),
    *("cari/indeks/*/*.pf_meta", "cari/indeks/*/????????????????????????????????.json"),
)
"""The files of a site whose names hold a long digest of their content."""
NAMED_BY_SHORT_DIGEST = ("cari/indeks/*/fragment/*", "cari/indeks/*/index/*")

Keeping = Callable[[str], str]
"""What a server says of keeping the file at an address."""


def by_nginx(address: str) -> str:
    rules = re.findall(r'(?m)^    "~(.*)" "(.*)";$', NGINX)
    assert len(rules) == NGINX.count('    "~')
    return next((value for rule, value in rules if re.search(rule, address)), ASKED)


def by_caddy(address: str) -> str:
    rules = dict(re.findall(r"(?m)^\t@(\w+) path_regexp (.*)$", CADDY))
    values = dict(re.findall(r'header @(\w+) Cache-Control "(.*)"', CADDY))
    assert len(rules) == len(values) == 2
    return next((values[each] for each in rules if re.search(rules[each], address)), ASKED)


def expected(site: Path) -> dict[str, str]:
    """Each file of a site, with how it may be kept."""
    keeping = {path: ASKED for path in site.rglob("*") if path.is_file()}
    for globs, value in ((NAMED_BY_CONTENT, FOR_EVER), (NAMED_BY_SHORT_DIGEST, A_DAY)):
        for glob in globs:
            found = [*site.glob(glob)]
            assert found, glob
            keeping |= dict.fromkeys(found, value)
    return {f"/{path.relative_to(site).as_posix()}": value for path, value in keeping.items()}


@pytest.mark.parametrize("keeping", [by_nginx, by_caddy])
def test_exactly_the_files_named_by_their_content_are_kept(keeping: Keeping, built: Path) -> None:
    wanted = expected(built)
    assert {address: keeping(address) for address in wanted} == wanted


@pytest.mark.parametrize("keeping", [by_nginx, by_caddy])
@pytest.mark.parametrize(
    "address",
    [
        "/kota/media/8649906ff4-400.avif/index.html",
        "/kota/media/surat-8649906ff4-400.pdf",
        "/assets/stylesheets/main.57a0d79d.min.css",
        "/cari/indeks/daftar.json",
        "/kota/0123456789abcdef0123456789abcdef.json",
    ],
)
def test_what_only_looks_like_it_is_asked_about(keeping: Keeping, address: str) -> None:
    assert keeping(address) == ASKED


def test_both_send_the_same_headers() -> None:
    for name, value in HEADERS.items():
        assert f'\n    add_header {name} "{value}" always;\n' in NGINX
        assert f'\n\t\t{name} "{value}"\n' in CADDY
    assert NGINX.count("add_header ") == 5
    assert "add_header Cache-Control $pendopo_cache always;" in NGINX


def test_every_kind_of_file_has_a_type(built: Path) -> None:
    typed = dict(re.findall(r"(?m)^        (\S+/\S+) (\w+)[ \w]*;$", NGINX))
    suffixes = {path.suffix for path in built.rglob("*.*") if path.is_file()} | DOCUMENTS.keys()
    unpacked = {each for each in suffixes if not re.match(r"\.(pf_|pagefind)", each)}
    assert {f".{each}" for each in typed.values()} >= unpacked
    for suffix, kind in DOCUMENTS.items():
        assert typed[kind] == suffix[1:]
        if suffix != ".pdf":  # known to Caddy itself
            assert f'header @{suffix[1:]} Content-Type "{kind}' in CADDY


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage

    def said(self, name: str) -> str:
        (value,) = self.headers.get_all(name) or [""]
        return value


def answered(port: int, address: str, **headers: str) -> Answer:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", address, headers={"Accept-Encoding": "gzip", **headers})
        with connection.getresponse() as got:
            got.read()
            return Answer(got.status, got.headers)


def listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running(command: list[str], port: int, **environment: str) -> Iterator[None]:
    with subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.PIPE) as process:
        try:
            latest = time.monotonic() + 60
            while not listens(port):
                assert time.monotonic() < latest, "it does not listen"
                assert process.poll() is None, process.stderr and process.stderr.read()
                time.sleep(0.05)
            yield
        finally:
            process.terminate()


def tool(name: str) -> str:
    script = ROOT / "tests/find-server"
    found = subprocess.run([script, name], check=True, capture_output=True, text=True)
    return found.stdout.strip()


@contextmanager
def nginx(site: Path, folder: Path, port: int) -> Iterator[None]:
    """The example as it is, but for addresses and the certificate, which a test has none of."""
    mine = re.sub(r"listen 443 ssl;", f"listen 127.0.0.1:{port};", NGINX)
    mine = re.sub(r" *(listen (80|\[::\]:\d+)( ssl)?|ssl_\w+ .*);\n", "", mine)
    mine = re.sub(r"server \{\n +server_name \S+\n +return 301 .*\n\}\n", "", mine)
    file = folder / "nginx.conf"
    mine = mine.replace("/srv/pendopo/site", str(site))
    mine = f"pid {folder}/pid; daemon off; events {{}}\nhttp {{ access_log off;\n{mine} }}\n"
    # A server that root starts answers as another user, who may not read folders of tests.
    file.write_text(("user root;\n" if os.geteuid() == 0 else "") + mine)
    with running([tool("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(file)], port):
        yield


@contextmanager
def caddy(site: Path, folder: Path, port: int) -> Iterator[None]:
    """The example as it is; its address and folder come from the environment."""
    command = [tool("caddy"), "run", "--adapter", "caddyfile", "--config"]
    file = folder / "Caddyfile"
    file.write_text("{\n\tadmin off\n}\n" + CADDY)
    with running(
        [*command, str(file)],
        port,
        PENDOPO_ADDRESS=f"http://127.0.0.1:{port}",
        PENDOPO_SITE=str(site),
        XDG_DATA_HOME=str(folder),
        XDG_CONFIG_HOME=str(folder),
    ):
        yield


@at_length
@pytest.mark.parametrize("server", [nginx, caddy])
def test_a_real_server_answers_so(
    server: Callable[[Path, Path, int], AbstractContextManager[None]], built: Path, tmp_path: Path
) -> None:
    with reserved() as port, server(built, tmp_path, port):
        asked = partial(answered, port)
        for address, keeping in expected(built).items():
            if address == "/404.html":
                continue
            answer = asked(address.removesuffix("index.html"))
            assert (answer.status, answer.said("Cache-Control")) == (200, keeping), address
            assert {name: answer.said(name) for name in HEADERS} == HEADERS, address
            kind, suffix = answer.said("Content-Type"), Path(address).suffix
            assert kind.startswith(DOCUMENTS.get(suffix, kind))
        assert asked("/assets/pendopo.css").said("Content-Encoding") == "gzip"
        assert asked("/berita/atom.xml").said("Content-Encoding") == "gzip"
        assert asked("/").said("Content-Type") == "text/html; charset=utf-8"
        mark = asked("/").said("ETag")
        assert asked("/", **{"If-None-Match": mark}).status == 304
        assert asked("/kota-contoh").said("Location") == "/kota-contoh/"
        for missing in ("/x/", "/x.csv", "/assets/cards/0123456789abcdef.jpg", "/.git/config"):
            answer = asked(missing)
            assert (answer.status, answer.said("Cache-Control")) == (404, ASKED), missing
            assert answer.said("Content-Type") == "text/html; charset=utf-8"
            assert {name: answer.said(name) for name in HEADERS} == HEADERS
