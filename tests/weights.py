"""Weight and requests of every page of a published folder: `python tests/weights.py site`."""

import gzip
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

KB = 1024
LIMITS = {"HTML": 30 * KB, "CSS": 30 * KB, "script": 45 * KB, "first view": 150 * KB}
"""Bytes as sent, compressed; the first view is all that a browser loads without being asked."""
LAZY_ON_FIRST_VIEW = 4
"""How many pictures that may wait are counted all the same: a tall screen shows some of them."""
REFERENCES = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect"}
IN_STYLESHEET = re.compile(r"url\(\s*(?!['\"]?(?:data:|#))[^)]+|@import")
PRESENT = re.compile(r"^([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass
class Page(HTMLParser):
    """The requests of a page: addresses as written. `faults` are forbidden parts."""

    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    icons: list[str] = field(default_factory=list)
    eager: list[str] = field(default_factory=list)
    lazy: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    source: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.faults += _forbidden(tag, values)
        if tag == "link" and REFERENCES & set(values.get("rel", "").split()):
            (self.icons if "icon" in values["rel"] else self.styles).append(values.get("href", ""))
        elif tag == "script" and values.get("src"):
            self.scripts.append(values["src"])
        elif tag == "source":
            self.source = self.source or values.get("srcset", "")
        elif tag == "img":
            chosen = _largest(self.source or values.get("srcset", "")) or values.get("src", "")
            (self.lazy if values.get("loading") == "lazy" else self.eager).append(chosen)
            self.source = ""

    @property
    def loaded(self) -> Mapping[str, list[str]]:
        """Requests before anyone has touched the page, by kind."""
        pictures = [*self.icons, *self.eager, *self.lazy[:LAZY_ON_FIRST_VIEW]]
        return {"CSS": self.styles, "script": self.scripts, "first view": pictures}


def _largest(srcset: str) -> str:
    """The picture for the sharpest screen."""
    candidates = [each.split() for each in srcset.split(",") if each.strip()]
    return max(candidates, key=lambda each: float(each[-1][:-1]) if each[1:] else 0, default=[""])[
        0
    ]


def _forbidden(tag: str, values: Mapping[str, str]) -> Iterator[str]:
    """Inline styles and scripts, and whatever another host would be asked for."""
    if tag in ("style", "iframe", "object", "embed") or (tag == "base"):
        yield f"<{tag}>"
    for name, value in values.items():
        if name == "style" or name.startswith("on"):
            yield f"<{tag} {name}>"
        if value.lstrip().lower().startswith("javascript:"):
            yield f"<{tag} {name}={value}>"
    asked = [values.get(name, "") for name in ("src", "poster", "action", "data")]
    asked += [each.split()[0] for each in values.get("srcset", "").split(",") if each.strip()]
    if tag == "link" and REFERENCES & set(values.get("rel", "").split()):
        asked.append(values.get("href", ""))
    yield from (f"<{tag}> asks {each}" for each in asked if PRESENT.match(each))


@cache
def weight(file: Path) -> int:
    """Bytes of a file as a server sends it: what is packed already, as it is."""
    content = file.read_bytes()
    packed = file.suffix in (".html", ".css", ".js", ".svg", ".json")
    return len(gzip.compress(content)) if packed else len(content)


@cache
def _asked_by_stylesheet(file: Path) -> list[str]:
    return [match[0] for match in IN_STYLESHEET.finditer(file.read_text(encoding="utf-8"))]


def _file(site: Path, page: Path, address: str) -> Path:
    """The file that an address on a page leads to; an absolute one may begin above the site."""
    path = unquote(urlsplit(address).path)
    if not path.startswith("/"):
        return page.parent / path
    parts = Path(path).parts[1:]
    tried = [site.joinpath(*parts[start:]) for start in range(len(parts))]
    return next((each for each in tried if each.is_file()), tried[0])


def weigh(site: Path, page: Path) -> tuple[dict[str, int], list[str]]:
    """The weights of a page by kind, in bytes, and what it has that no page may have."""
    found = Page()
    found.feed(page.read_text(encoding="utf-8"))
    weights = {"HTML": weight(page)}
    for kind, addresses in found.loaded.items():
        own = [each for each in dict.fromkeys(addresses) if not PRESENT.match(each)]
        files = [_file(site, page, each) for each in own]
        found.faults += [
            f"{each} is not there"
            for each, file in zip(own, files, strict=True)
            if not file.is_file()
        ]
        files = [each for each in files if each.is_file()]
        weights[kind] = sum(map(weight, files))
        if kind == "CSS":
            found.faults += [
                f"{each.name}: {asked}" for each in files for asked in _asked_by_stylesheet(each)
            ]
    weights["first view"] += weights["HTML"] + weights["CSS"] + weights["script"]
    return weights, found.faults


def faults(site: Path) -> Iterator[str]:
    """Everything too heavy, or forbidden, on any page of a published folder."""
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        weights, found = weigh(site, page)
        yield from (f"{name}: {each}" for each in found)
        for kind, limit in LIMITS.items():
            if weights[kind] > limit:
                yield f"{name}: {kind} weighs {weights[kind] / KB:.1f} KB, at most {limit // KB}"


if __name__ == "__main__":
    said = list(faults(Path(sys.argv[1])))
    print(*said, f"{len(said)} faults", sep="\n")
    sys.exit(bool(said))
