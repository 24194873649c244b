"""Checks that MkDocs's server lacks: of its address, and of the host and path of each request."""

import os
import re
import socket
from collections.abc import Callable, Iterable
from errno import EADDRINUSE
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104  (compared with what was asked for)
HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\[\]:]+))(?::[0-9]*)?", re.IGNORECASE)
LINGERS = os.name == "posix"
"""Whether a port stays taken for a while by a server that has ended, unless one asks for it all the
same. On Windows that would take the port from a server that still runs."""
OUTSIDE = frozenset("\\:")
"""Signs that part folders and drives on Windows, as in `/..\\x` or `/C:/x`. MkDocs does not look
for them, and no address of a site has one."""
REFUSED = b"This server answers at the address that it was started with, and at localhost.\n"

App = Callable[[dict[str, Any], Any], Iterable[bytes]]


def shown(host: str) -> str:
    """`host` as it stands in an address: in brackets if it is one of IPv6."""
    return f"[{host}]" if ":" in host else host


def bracketed(address: str, host: str) -> str:
    """The address of a site at `host`, which MkDocs writes without those brackets."""
    return address.replace(f"//{host}:", f"//{shown(host)}:", 1)


def check(host: str, port: int) -> None:
    """Raises `PluginError` where nothing can be served at `port` of `host`."""
    address = f"{shown(host)}:{port}"
    if not 0 <= port <= 65535:
        raise PluginError(f"{address} has no port between 1 and 65535, such as 127.0.0.1:8001.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as attempt:
            if LINGERS:
                attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind((host, port))
    except OSError as error:
        if error.errno == EADDRINUSE:
            said = f"Something runs on {address} already: make serve ADDRESS=127.0.0.1:8001"
        else:
            said = f"{address} cannot be served: {error.strerror}."
        raise PluginError(said) from error


def serve_from(server: LiveReloadServer, folder: str, host: str) -> None:
    """Has `server` show the pages of `folder`, and answer only who asks for this machine."""
    server.root = folder
    server.url = bracketed(server.url, host)
    server.error_handler = lambda code: _error_page(server, code)
    guard(server, host)


def _error_page(server: LiveReloadServer, code: int) -> bytes | None:
    """The site's page for an error; it too is shown anew after an edit."""
    file = Path(server.root, f"{code}.html")
    if not file.is_file():
        return None
    return server._inject_js_into_html(file.read_bytes(), server._visible_epoch)  # type: ignore[no-any-return,no-untyped-call]


def guard(server: LiveReloadServer, host: str) -> None:
    """Lets `server` answer only who asks for `host` or this machine, and no path with an error."""
    server._serve_request = _without_impossible_paths(server._serve_request)  # type: ignore[assignment,method-assign]
    server.set_app(_for_own_hosts(server.serve_request, host))


def _for_own_hosts(app: App, host: str) -> App:
    """`app`, refusing other hosts.

    Any site could let its name lead to this machine, and its scripts would then read what is
    served here (DNS rebinding).
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if _own(environ.get("HTTP_HOST", ""), host):
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
        return [REFUSED]

    return answer


def _own(asked: str, host: str) -> bool:
    """Whether the header Host names this server. One for all addresses is asked by any of them."""
    found = HOST.fullmatch(asked)
    name = (found[1] or found[2]).lower() if found else ""
    return name in LOCAL | {host} or (host in EVERYWHERE and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _without_impossible_paths(
    serve: Callable[[Any, Any], Iterable[bytes] | None],
) -> Callable[[Any, Any], Iterable[bytes] | None]:
    """`serve`, which finds nothing at a path that no file can have, such as one with a NUL.

    Nor at one with a sign by which Windows would leave the folder.
    """

    def answer(environ: Any, start_response: Any) -> Iterable[bytes] | None:
        if not OUTSIDE.isdisjoint(environ.get("PATH_INFO", "")):
            return None
        try:
            return serve(environ, start_response)
        except ValueError:
            return None

    return answer
