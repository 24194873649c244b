"""A counter of visits that the publisher runs: `extra.pendopo.counter` of mkdocs.yml."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from pendopo.basics.translations import N_, translations
from pendopo.mkdocs.positions import Positions
from pendopo.mkdocs.settings import own
from pendopo.problems.problem import Problem
from pendopo.rendering.renderer import escaped

NAMES = {"matomo": "Matomo", "plausible": "Plausible", "goatcounter": "GoatCounter"}
SITES = {
    "matomo": re.compile(r"\d{1,9}"),
    "plausible": re.compile(r"[a-z0-9.-]{1,200}"),
    "goatcounter": re.compile(r""),
}
"""How each kind of counter names a site; GoatCounter has a host of its own for each."""
URL = re.compile(r"https://[a-z0-9.-]+(:\d{1,5})?(/[\w.~-]+)*/?", re.ASCII)
PRIVACY = "privasi.md"
PLACES = {"<!-- penghitung -->": "id", "<!-- counter -->": "en"}
"""Where a page written by hand tells of the counter, and in which language."""
COUNTED = N_(
    "Visits are counted with {name} on {host}, without cookies. Your browser tells that server "
    "which page you open, from which page you come, and what it says of itself, such as the size "
    "of its window; like every server, it sees your IP address. What you search for is not sent. "
    "Where your browser asks not to be tracked (Do Not Track, Global Privacy Control), or without "
    "JavaScript, nothing is loaded or sent."
)
UNCOUNTED = N_("This site has no counter of visits.")


class Counter(NamedTuple):
    """A counter: its kind, the address that it is reached at, and its own name for this site."""

    kind: str
    url: str
    site: str

    @property
    def host(self) -> str:
        """The counter's host as the policy of the pages names it: `https://hitung.contoh.go.id`."""
        return f"https://{urlsplit(self.url).netloc}"


def counter(config: MkDocsConfig) -> Counter | None:
    """The counter of the settings, which have been checked; None if there is none."""
    given = own(config).get("counter")
    if not isinstance(given, dict):
        return None
    values = {name: str(given.get(name, "")) for name in Counter._fields}
    return Counter(values["kind"], f"{values['url'].rstrip('/')}/", values["site"])


def told(content: str, found: Counter | None) -> str:
    """The HTML of a page with what it says of the counter put in where the page asks for it."""
    for place, language in PLACES.items():
        translate = translations(language).gettext
        said = translate(UNCOUNTED)
        if found:
            said = translate(COUNTED).format(
                name=NAMES[found.kind], host=urlsplit(found.url).netloc
            )
        content = content.replace(place, f"<p>{escaped(said)}</p>")
    return content


def problems(at: Positions, config: MkDocsConfig) -> Iterator[Problem]:
    """What is wrong with the settings of the counter, and with the page that must tell of it."""
    given = own(config).get("counter")
    key = ("extra", "pendopo", "counter")
    if given is None:
        return
    if not isinstance(given, dict):
        yield at.problem("setting-mapping", key, key=".".join(key))
        return
    yield from _of_values(at, given)
    for name in map(str, given):
        if name not in Counter._fields:
            known = ", ".join(Counter._fields)
            yield at.problem("key-unknown", (*key, name), key=name, known=known)
    file = Path(config.docs_dir, PRIVACY)
    text = file.read_text("utf-8", "replace") if file.is_file() else ""
    if not any(place in text for place in PLACES):
        yield at.problem("counter-untold", key, place=next(iter(PLACES)))


def _of_values(at: Positions, given: Any) -> Iterator[Problem]:
    key = ("extra", "pendopo", "counter")
    kind, url, site = (str(given.get(name, "")) for name in Counter._fields)
    if kind not in NAMES:
        yield at.problem("counter-kind", (*key, "kind"), value=kind, known=", ".join(NAMES))
    elif not SITES[kind].fullmatch(site):
        yield at.problem("counter-site", (*key, "site"), value=site, name=NAMES[kind])
    if not URL.fullmatch(url):
        yield at.problem("counter-url", (*key, "url"), value=url)
