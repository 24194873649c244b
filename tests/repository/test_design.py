"""What docs/design.md says of colours and parts is so."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from browsing import served
from conftest import ROOT
from parts import ADDRESS, DESIGN, NAMES, PARTS, names
from parts import page as page_of_parts

STYLESHEET = (ROOT / "overrides/assets/pendopo.css").read_text("utf-8")
OF_AGENCIES = {"--agency-primary", "--agency-accent", "--agency-heading"}


def test_every_name_of_the_stylesheet_has_its_purpose_there() -> None:
    head = STYLESHEET.partition(":root {")[2].partition("}")[0]
    names = set(re.findall(r"(--[a-z0-9-]+):", head)) | OF_AGENCIES
    assert set(re.findall(r"`(--[a-z0-9-]+)`", DESIGN)) == names
    assert {each for each in names if f"var({each})" not in STYLESHEET} == set()


def test_the_dark_scheme_gives_every_colour_another_value() -> None:
    light, dark = (each.partition("}")[0] for each in STYLESHEET.split(":root {")[1:3])
    colours = re.compile(r"(--[a-z-]+): (#[0-9a-f]+);")
    before, after = dict(colours.findall(light)), dict(colours.findall(dark))
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] == after[name]} == set()


def test_sizes_of_type_are_those_of_the_scale() -> None:
    """But for what follows the text around it, a drawing in pixels of its own, and paper."""
    sizes = re.findall(r"font-size: ([^;]+);", STYLESHEET)
    others = {each for each in sizes if not re.fullmatch(r"var\(--type-[a-z0-9]+\)", each)}
    assert others == {"inherit", "0", "0.8em", "10px", "22px", "7pt", "105%"}


def test_spaces_are_those_of_the_scale() -> None:
    scale = re.search(r"one scale: ([^ ]+(?:, [^ ]+)*) or (\S+) rem", DESIGN)
    assert scale
    stated = {*scale[1].split(", "), scale[2]}
    spaces = re.findall(
        r"(?m)^\s*((?:margin|padding|(?:[a-z]+-)?gap)[a-z-]*): ([^;]+);", STYLESHEET
    )
    used = {
        (name, size)
        for name, value in spaces
        if "calc" not in value
        for size in re.findall(r"(?<![\d.])([\d.]+)rem", value)
    }
    assert len(used) > 30
    # The head of a phone leaves room for two buttons.
    assert {each for each in used if each[1] not in stated} == {("padding-right", "5.4")}


SECTIONS = re.findall(r"(?m)^/\* # ([A-Z][a-z ]+)", STYLESHEET)


def test_the_stylesheet_is_parted_as_it_is_told() -> None:
    told = re.search(r"parted as follows: ([^.]+)\.", " ".join(DESIGN.split()))
    assert told
    assert told[1].split(", ") == [each.strip().lower() for each in SECTIONS]


@pytest.mark.parametrize(("name", "classes", "template", "purpose"), PARTS)
def test_every_part_is_in_the_stylesheet_and_in_its_template(
    name: str, classes: list[str], template: str, purpose: str
) -> None:
    text = (ROOT / "overrides" / template).read_text("utf-8")
    printed = {
        word for value in re.findall(r'class="([^"]*)"|, " ([a-z-]+)"', text) for word in value
    }
    words = {word for each in printed for word in each.split()}
    assert classes
    assert purpose
    for each in classes:
        assert re.search(rf"\.{each}\b", STYLESHEET), name
        assert each in words, name


def test_the_parts_are_all_told() -> None:
    assert len(PARTS) > 18


def test_all_parts_stand_once_on_one_page(built: Path, page: Page) -> None:
    text = page_of_parts(built)

    def answer(route: Route) -> None:
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    with served(built) as address:
        page.route(f"{address}{ADDRESS}", answer)
        page.goto(f"{address}{ADDRESS}")
        assert page.locator("h2 + .shown").count() == len(PARTS)
        heights = page.eval_on_selector_all(".shown", "found => found.map(e => e.offsetHeight)")
        assert [part.name for part, height in zip(PARTS, heights, strict=True) if height < 15] == []
        shown = page.eval_on_selector_all("[class^=shown-]", "found => found.map(e => e.className)")
        assert shown == [f"shown-{name}" for name, _ in NAMES]
        assert all(f"var(--{name})" in names() for name, _ in NAMES)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0


def test_a_part_that_no_page_has_is_told(tmp_path: Path) -> None:
    (tmp_path / "tentang").mkdir()
    (tmp_path / "tentang/index.html").write_text('<div class="content"></div>', "utf-8")
    with pytest.raises(LookupError, match=r"badge|bar, cards"):
        page_of_parts(tmp_path)
