"""Records dated ahead: nowhere on the site before their day, and told to those who check."""

import logging
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs

from conftest import AGENCY, EPOCH, PORTAL, TODAY, Write, configuration
from markup import renderer_of, whole
from pendopo.basics.translations import translations
from pendopo.build.plan import plan_folder
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults
from pendopo.problems.report import lines
from pendopo.site.planning import Site
from places import assets_of, built, contents, drawings_of, place, site_of
from samples import JPEG, PDF

KOTA = "agencies/kota-uji"
NEWS = f"{KOTA}/news/2026-03-01-bendungan.yml"
OLD = f"{KOTA}/news/2026-01-01-bendungan.yml"
TOMORROW = TODAY + timedelta(days=1)


def article(day: str, more: str = "") -> str:
    return f"title: Bendungan\npublished: {day}\nbody: Isi.\n{more}"


def day_of(news: str) -> str:
    """The first day that an article names."""
    found = re.search(r"\d{4}-\d\d-\d\d", news)
    assert found
    return found[0]


def files(news: str, head: str = AGENCY) -> dict[str, str | bytes]:
    return {
        "portal.yml": PORTAL,
        "topics.yml": "topics: [{key: air, name: Air}]\n",
        f"{KOTA}/agency.yml": head,
        f"{KOTA}/news/2026-01-01-lama.yml": "title: Lama\npublished: 2026-01-01\nbody: Isi.\n",
        f"{KOTA}/news/{day_of(news)}-bendungan.yml": news,
        f"{KOTA}/media/bendungan.jpg": JPEG,
        f"{KOTA}/media/bendungan.pdf": PDF,
    }


WITH_ALL = (
    "topics: [Air]\npicture: {file: bendungan.jpg, alt: Air tenang.}\n"
    "documents: [{title: Bendungan, file: bendungan.pdf}]\n"
)


def everything(site: Site) -> str:
    """All that is published: pages with their shells, files, names of assets, the sitemap."""
    renderer = renderer_of(site)
    said = [f"{page.address} {page.updated} {whole(renderer.page(page))}" for page in site.pages]
    said += [f"{file.address} {file.text}" for file in site.files]
    said += [each.address for each in assets_of(site)]
    said += [address for each in drawings_of(site) for address in each.addresses]
    return "\n".join(said).lower()


def told(problems: list[Problem]) -> list[str]:
    return [f"{each.place()} {each.code}" for each in problems]


def test_news_dated_ahead_is_nowhere_until_its_day(write: Write) -> None:
    folder = write(files(article("2026-03-01", WITH_ALL)))
    site, problems = site_of(folder, date(2026, 2, 28))
    assert told(problems) == [f"{NEWS}:2:12 day-ahead"]
    assert faults(problems) == []
    assert "bendungan" not in everything(site)
    site, problems = site_of(folder, date(2026, 3, 1))
    assert problems == []
    said = everything(site)
    for place_ in ("berita/2026-03-01-bendungan/", "berita/atom.xml", "bendungan.pdf", "air"):
        assert place_ in said
    assert said.count("bendungan") > 20


def test_an_event_to_come_is_shown_once_it_is_published(write: Write) -> None:
    ahead = "title: Bendungan\nevent_date: 2026-03-01\nbody: Isi.\n"
    _, problems = site_of(write(files(ahead)), TODAY)
    assert told(problems) == [f"{NEWS}:2:13 day-ahead"]
    site, problems = site_of(write(files(f"{ahead}published: 2026-01-20\n")), TODAY)
    assert problems == []
    assert "bendungan" in everything(site)


def test_a_day_more_than_a_year_ahead_is_warned_of(write: Write) -> None:
    _, problems = site_of(write(files(article("2027-03-02"))), date(2026, 2, 28))
    (far,) = problems
    assert far.code == "day-far"
    assert far.warning
    assert not far.information
    assert faults(problems) == []


@pytest.mark.parametrize(
    ("zone", "shown"), [("WIB", False), ("WITA", True), ("WIT", True), ("", False)]
)
def test_the_day_begins_where_the_agency_is(write: Write, zone: str, shown: bool) -> None:
    head = AGENCY + (f"time_zone: {zone}\n" if zone else "")
    news = article("2026-03-01")
    days = {"WIB": date(2026, 2, 28), "WITA": date(2026, 3, 1), "WIT": date(2026, 3, 1)}
    site, _ = plan_folder(write(files(news, head)), days["WIB"], KINDS, 1, days=days)
    assert ("bendungan" in everything(site)) is shown


def test_an_agency_without_a_time_zone_has_that_of_the_one_above(write: Write) -> None:
    folder = write(
        {
            **files(article("2026-03-01"), AGENCY + "time_zone: WIT\n"),
            f"{KOTA}/camat/agency.yml": "type: kecamatan\nname: Camat\n",
            f"{KOTA}/camat/news/2026-03-01-waduk.yml": article("2026-03-01").replace(
                "Bendungan", "Waduk"
            ),
        }
    )
    days = {"WIB": date(2026, 2, 28), "WIT": date(2026, 3, 1)}
    site, _ = plan_folder(folder, days["WIB"], KINDS, 1, days=days)
    assert "waduk" in everything(site)


CHANGES: Mapping[str, tuple[str, str]] = {
    "agency": (f"{KOTA}/agency.yml", f"{AGENCY}updated: DAY\n"),
    "article": (OLD, article("2026-01-01", "updated: DAY\n")),
    "correction": (
        OLD,
        article("2026-01-01", "corrections: [{day: 2026-01-20, text: A}, {day: DAY, text: B}]\n"),
    ),
    "plan": (
        f"{KOTA}/plans/a.yml",
        "type: Renstra\ntitle: Renstra\nupdated: DAY\nmissions: {statements: [{statement: A}]}\n",
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize(
    ("day", "code"), [("2026-02-20", "change-ahead"), ("2062-02-01", "change-far")]
)
def test_a_change_that_lies_ahead_is_told_and_does_not_count(
    write: Write, kind: str, day: str, code: str
) -> None:
    path, text = CHANGES[kind]
    folder = write(files(article("2026-01-01")) | {path: text.replace("DAY", day)})
    site, problems = site_of(folder, TODAY)
    assert [each.code for each in problems if each.code.startswith("change")] == [code]
    assert all(page.updated <= TODAY.isoformat() for page in site.pages)
    feeds = [file.text for file in site.files if file.address.endswith("atom.xml")]
    assert feeds
    assert not any(f"<updated>{day}" in feed for feed in feeds)
    after, problems = site_of(folder, date.fromisoformat(day))
    assert not any(each.code.startswith("change") for each in problems)
    assert any(page.updated == day for page in after.pages)


def test_the_day_of_another_time_zone_does_not_lie_ahead(write: Write) -> None:
    head = f"{AGENCY}updated: {TOMORROW}\n"
    assert (
        site_of(write(files(article("2026-01-01"), head)), TODAY)[1]
        == site_of(write(files(article("2026-01-01"))), TODAY)[1]
    )


def test_information_is_told_as_such(write: Write) -> None:
    _, (problem,) = site_of(write(files(article("2026-03-01"))), TODAY)
    assert problem.information
    assert not problem.warning
    first, _ = lines(problem, "data/", translations("id").gettext)
    assert first.startswith(f"data/{NEWS}:2:12: informasi: ")


@pytest.mark.parametrize("more", ["", "updated: 2026-03-01\n"])
def test_what_was_held_back_is_published_on_its_day_though_no_file_has_changed(
    write: Write, tmp_path: Path, more: str
) -> None:
    day = "2026-01-01" if more else "2026-03-01"
    data = write({**files(article(day, more)), f"{KOTA}/plans/a.yml": CHANGES["plan"][1].replace(
        "DAY", "2026-03-01")})  # fmt: skip
    where, fresh = place(tmp_path / "a"), place(tmp_path / "b")
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    for today in (date(2026, 2, 20), date(2026, 3, 1)):
        assert not isinstance(built(data, where, today), list)
    assert not isinstance(built(data, fresh, date(2026, 3, 1)), list)
    assert contents(where.published) == contents(fresh.published)


def test_information_stops_no_strict_build(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    with caplog.at_level(logging.INFO, "mkdocs"):
        build_with_mkdocs(configuration(write(files(article("2026-03-01"))), tmp_path / "site"))
    assert "2026-03-01-bendungan.yml:2:12: informasi: " in caplog.text
    assert (tmp_path / "site/kota-uji/index.html").is_file()
    assert not (tmp_path / "site/kota-uji/berita/2026-03-01-bendungan").exists()


def test_a_redirect_to_what_is_held_back_is_no_fault(write: Write) -> None:
    rows = "redirects: [{old: lama, new: berita/2026-03-01-bendungan}]\n"
    folder = write({**files(article("2026-03-01")), f"{KOTA}/redirects.yml": rows})
    assert told(site_of(folder, TODAY)[1]) == [f"{NEWS}:2:12 day-ahead"]
    (folder / f"{KOTA}/redirects.yml").write_text(rows.replace("bendungan", "bendung"))
    (problem,) = faults(site_of(folder, TODAY)[1])
    assert problem.code.startswith("redirect-missing")
