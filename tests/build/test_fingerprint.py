"""Fingerprints of views: equal for equal views, different after any change."""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from changed_data import CHANGES, FILES, HEAD
from conftest import AGENCY, TODAY, Write, often
from markup import renderer_of
from pendopo.basics.fingerprints import fingerprint
from pendopo.government.agency import Agency
from pendopo.kinds.news.record import ARTICLE
from pendopo.kinds.portal.record import PortalRecord
from pendopo.problems.problem import faults
from pendopo.reading.entry import Entry
from pendopo.site.page import Link, Page
from pendopo.site.planning import Site, plan
from places import site_of
from samples import PNG


@dataclass(frozen=True)
class View:
    text: str
    number: int = 1
    link: Link | None = None
    links: tuple[Link, ...] = ()
    inner: "View | None" = None
    day: date | None = None
    record: PortalRecord | None = None
    table: Any = None


@dataclass(frozen=True)
class Other:
    text: str


PORTAL = PortalRecord(name="P", introduction="I")
VIEW = View("a", 1, Link("b", "c/"), (Link("d", "e/"),), View("f"), date(2026, 1, 1), PORTAL, {})


def test_equal_views_have_equal_fingerprints() -> None:
    again = View(
        *("a", 1, Link("b", "c/"), (Link("d", "e/"),), View("f"), date(2026, 1, 1)),
        *(PortalRecord(name="P", introduction="I"), {}),
    )
    assert fingerprint(again) == fingerprint(VIEW)
    assert len(fingerprint(VIEW)) == 32
    assert set(fingerprint(VIEW)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "A"},
        {"text": "a "},
        {"text": ""},
        {"number": 2},
        {"number": True},
        {"number": "1"},
        {"link": None},
        {"link": Link("b", "c")},
        {"link": Link("bc/", "")},
        {"links": ()},
        {"links": (Link("d", "e/"),) * 2},
        {"links": (Link("x", "y/"), Link("d", "e/"))},
        {"inner": None},
        {"inner": View("g")},
        {"inner": View("f", 2)},
        {"inner": Other("f")},
        {"day": None},
        {"day": date(2026, 1, 2)},
        {"record": None},
        {"record": PORTAL.model_copy(update={"notice": "N"})},
        {"record": PORTAL.model_copy(update={"language": "en"})},
        {"table": None},
        {"table": {"a": "b"}},
        {"table": ["a"]},
    ],
    ids=str,
)
def test_any_change_gives_another(change: dict[str, Any]) -> None:
    assert fingerprint(replace(VIEW, **change)) != fingerprint(VIEW)


def test_views_of_two_classes_are_told_apart() -> None:
    assert fingerprint(Other("a")) != fingerprint(View("a"))


def test_what_stands_in_one_value_is_told_from_what_stands_in_two() -> None:
    found = [fingerprint(*each) for each in (("a", "b"), ("ab",), (["a", "b"],), ("a", ["b"]), ())]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "value",
    [object(), {1, 2}, b"a", lambda: 1, 1j, Path("a")],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_be_compared_is_refused(value: Any) -> None:
    for view in (value, [value], {"a": value}, replace(VIEW, table=value)):
        with pytest.raises(TypeError):
            fingerprint(view)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@tries(300)
@given(JSON, JSON)
def test_two_values_are_equal_where_their_fingerprints_are(first: Any, second: Any) -> None:
    same = json.dumps(first) == json.dumps(second)
    assert (fingerprint(first) == fingerprint(second)) == same
    assert fingerprint(View("a", table=first)) != fingerprint(View("b", table=first))


# What of an entry and of an agency counts.


def agency(write: Write, head: str = AGENCY, article: str = "A", emblem: bool = True) -> Agency:
    files: dict[str, str | bytes] = {
        "agencies/kota-uji/agency.yml": head,
        "agencies/kota-uji/news/2026-01-15-a.yml": (
            f"title: {article}\npublished: 2026-01-15\nbody: Teks.\n"
        ),
    }
    media = "agencies/kota-uji/media/lambang.png"
    if emblem:
        files[media] = PNG
    folder = write(files)
    if not emblem:
        (folder / media).unlink(missing_ok=True)
    return site_of(folder, TODAY)[0].context.directory.agencies["kota-uji"]


def test_an_entry_counts_by_the_text_of_its_file(write: Write) -> None:
    (before,) = agency(write).records(ARTICLE)
    (again,) = agency(write).records(ARTICLE)
    (after,) = agency(write, article="B").records(ARTICLE)
    assert fingerprint(before) == fingerprint(again)
    assert fingerprint(replace(before, digest=after.digest)) == fingerprint(after)
    assert fingerprint(View("a", table=before)) != fingerprint(View("a", table=after))


def test_an_entry_is_compared_without_reading_its_record(write: Write) -> None:
    (entry,) = agency(write).records(ARTICLE)
    bare: Entry[Any, Any] = replace(entry, folder="/tiada")
    assert not bare._kept
    assert fingerprint(View("a", table=bare)) == fingerprint(View("a", table=entry))


def test_an_agency_counts_by_what_others_may_show_of_it(write: Write) -> None:
    before = fingerprint(agency(write, HEAD))
    assert fingerprint(agency(write, HEAD, article="B")) == before
    assert fingerprint(agency(write, HEAD.replace("Teduh.", "Ramai."))) == before
    assert fingerprint(agency(write, HEAD.replace("Kota Uji", "Kota Lain"))) != before
    assert fingerprint(agency(write, HEAD + "tagline: Maju\n")) != before
    assert fingerprint(agency(write, HEAD + "colours: {primary: '#14532d'}\n")) != before
    assert fingerprint(agency(write, HEAD, emblem=False)) != before
    found = agency(write, HEAD)
    assert fingerprint(replace(found, id="kota-lain")) != fingerprint(found)


# The key of a page.


def keys(site: Site) -> dict[str, str]:
    renderer = renderer_of(site)
    return {page.address: renderer.key(page) for page in site.pages}


def test_every_page_of_the_miniature_has_a_key_of_its_own(miniature: Site) -> None:
    by_address = keys(miniature)
    assert len(set(by_address.values())) == len(by_address)
    again, _ = plan(miniature.context)
    assert keys(again) == by_address


@pytest.mark.parametrize("name", often(CHANGES, every=3))
def test_a_page_that_has_changed_has_another_key(write: Write, name: str) -> None:
    folder = write(FILES)
    before, problems = site_of(folder, TODAY)
    assert faults(problems) == []
    CHANGES[name](folder)
    after, problems = site_of(folder, TODAY)
    assert faults(problems) == []
    olds, news = keys(before), keys(after)
    changed = 0
    for page in after.pages:
        if (old := before.by_address.get(page.address)) is None:
            changed += 1
        elif shown(before, old) != shown(after, page):
            changed += 1
            assert olds[page.address] != news[page.address], page.address
    assert changed, "the change shows nowhere"


def shown(site: Site, page: Page) -> object:
    return renderer_of(site).page(page)
