"""The bar of the states of indicators."""

from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, TODAY, Write
from markup import one, shown, text
from pendopo.kinds.plans.pages.bar import NARROWEST, WIDTH, Bar
from pendopo.kinds.plans.record.results import STATES, State
from pendopo.site.planning import Site
from places import site_of
from plan_texts import KOTA

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = st.dictionaries(st.sampled_from(STATES), st.integers(1, 5_000), min_size=1)


@tries(100)
@given(COUNTS)
def test_segments_fill_the_bar_side_by_side_and_none_is_too_narrow_to_see(
    counts: dict[State, int],
) -> None:
    found = Bar(counts).segments
    assert [each.state for each in found] == [*counts]
    ends = [each.x + each.width for each in found]
    assert [each.x for each in found] == [0, *ends[:-1]]
    assert ends[-1] == WIDTH
    assert min(each.width for each in found) >= NARROWEST


def test_more_indicators_have_a_wider_segment() -> None:
    one, two = Bar({"reached": 1, "behind": 3}).segments
    assert two.width > 2 * one.width


def test_the_bar_says_in_words_what_it_shows(miniature: Site) -> None:
    tree = shown(miniature, "kinerja/")
    drawn = one(tree, f".//{SVG}svg[@class='bar']")
    assert drawn.get("aria-label") == "3 dari 13 indikator tercapai atau sesuai rencana."
    counts = [int(text(each.find("strong"))) for each in tree.findall(".//ul[@class='states']/li")]
    assert (sum(counts), len(counts)) == (13, len(drawn.findall(f"{SVG}rect")))


def test_first_pages_lead_to_the_results(miniature: Site) -> None:
    for address, target in (
        ("", "kinerja/"),
        ("kota-contoh/dinas-lingkungan/", "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/"),
    ):
        tree = shown(miniature, address)
        assert len(tree.findall(f".//{SVG}svg[@class='bar']")) == 1, address
        assert target in {
            each.get("href", "").replace("../", "").removeprefix("./") for each in tree.iter("a")
        }


def test_before_anything_is_due_first_pages_have_no_bar(miniature: Site) -> None:
    assert Bar({"not yet due": 5}).due is False
    assert shown(miniature, "kota-contoh/").find(f".//{SVG}svg[@class='bar']") is None


def test_without_indicators_there_is_no_bar(write: Write) -> None:
    site, _ = site_of(write({f"{KOTA}/agency.yml": AGENCY}), TODAY)
    for address in ("", "kota-uji/"):
        assert shown(site, address).find(f".//{SVG}svg[@class='bar']") is None
