"""Weights of pages, over whole sites; and the checks that would find a page too heavy."""

import random
from pathlib import Path

import pytest

from weights import KB, LIMITS, faults, weigh

EMPTY = "<!doctype html><title>x</title>"


@pytest.mark.parametrize("name", ["built", "published"])
def test_every_page_is_light_and_asks_nobody_else(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Of the miniature, and of the government that the repository holds."""
    site: Path = request.getfixturevalue(name)
    assert list(faults(site)) == []
    weights, _ = weigh(site, site / "index.html")
    assert all(weights[kind] > 300 for kind in LIMITS)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<script src="https://a.example/x.js"></script>', "<script> asks https://a.example/x.js"),
        ('<img src="//a.example/x.png">', "<img> asks //a.example/x.png"),
        ('<img srcset="a.png 1x, https://a.example/b.png 2x">', "https://a.example/b.png"),
        ('<source srcset="https://a.example/b.avif">', "https://a.example/b.avif"),
        ('<link rel="stylesheet" href="HTTPS://a.example/x.css">', "HTTPS://a.example/x.css"),
        ('<link rel="preconnect" href="https://a.example">', "<link> asks https://a.example"),
        ('<form action="https://a.example/"></form>', "<form> asks https://a.example/"),
        ('<iframe src="https://a.example/"></iframe>', "<iframe>"),
        ('<img src="b.png">', "b.png is not there"),
        ("<style>p{}</style>", "<style>"),
        ('<p style="color:red">', "<p style>"),
        ('<p onclick="x()">', "<p onclick>"),
        ('<a href=" JavaScript:x()">', "<a href= JavaScript:x()>"),
    ],
)
def test_what_no_page_may_have_is_found(html: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(EMPTY + html)
    (tmp_path / "a.png").touch()
    assert any(fault in each for each in faults(tmp_path))


def test_links_to_elsewhere_are_no_requests(tmp_path: Path) -> None:
    links = '<link rel="canonical" href="https://a.example/"><a href="https://a.example/">x</a>'
    (tmp_path / "index.html").write_text(EMPTY + links)
    assert list(faults(tmp_path)) == []


def test_what_is_too_heavy_is_found(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(60 * KB).hex()  # half of it is left when compressed
    (tmp_path / "x.css").write_text(noise)
    (tmp_path / "x.js").write_text(noise)
    for name in ("a", "b"):
        (tmp_path / f"{name}.jpg").write_bytes(random.Random(2).randbytes(30 * KB))
    head = '<link rel="stylesheet" href="x.css"><script src="x.js" defer></script>'
    picture = '<picture><source srcset="a.jpg 400w, b.jpg 800w"><img src="a.jpg"></picture>'
    (tmp_path / "index.html").write_text(f"{EMPTY}{head}{picture}<!--{noise}-->")
    found = [each.split(":")[1].split(" weighs")[0].strip() for each in faults(tmp_path)]
    assert found == ["HTML", "CSS", "script", "first view"]


def test_a_stylesheet_may_load_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<link rel="stylesheet" href="x.css">')
    (tmp_path / "x.css").write_text('a{mask:url("data:,x")}b{fill:url(#c)}d{mask:url(e.svg)}')
    assert list(faults(tmp_path)) == ["index.html: x.css: url(e.svg"]
