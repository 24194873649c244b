"""The page of the changes of a plan against the one before it."""

from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, TODAY, Write
from markup import one, shown, texts
from pendopo.kinds.plans.pages.changes import compare, pieces
from pendopo.site.planning import Site
from places import site_of
from plan_texts import KOTA

PAGE = "kota-contoh/dinas-lingkungan/perencanaan/2025-2029/perubahan/"
SENTENCES = st.lists(
    st.lists(st.sampled_from(["air", "bersih", "untuk", "semua", "warga", "kota"]), min_size=1).map(
        " ".join
    ),
    max_size=6,
)


def test_missions_and_indicators_are_added_dropped_or_reworded(miniature: Site) -> None:
    missions, indicators = shown(miniature, PAGE).findall("section")
    assert texts(missions, "h3") == ["Dihapus (1)", "Diubah kata-katanya (1)"]
    assert texts(missions, "ul/li/ins") == ["baru: dan terukur"]
    assert texts(indicators, "h3")[0] == "Ditambahkan (6)"
    assert "Timbulan sampah per orang baru: per hari" in texts(indicators, "ul/li")


def test_only_a_plan_with_one_before_it_has_such_a_page(miniature: Site) -> None:
    found = [each.address for each in miniature.pages if each.template == "plans/changes"]
    assert found == ["kota-contoh/perencanaan/2025-2029/perubahan/", PAGE]


def test_a_plan_of_another_kind_is_not_the_one_before(write: Write) -> None:
    head = "title: a\nvision: {{statement: a}}\ntype: {t}\nperiod: {{start: {s}, end: {e}}}\n"
    files = {
        f"{KOTA}/agency.yml": AGENCY,
        f"{KOTA}/plans/a.yml": head.format(t="RKPD", s=2024, e=2024),
        f"{KOTA}/plans/b.yml": head.format(t="RPJMD", s=2025, e=2029),
        f"{KOTA}/plans/c.yml": head.format(t="RKPD", s=2025, e=2025),
        f"{KOTA}/plans/d.yml": head.format(t="RPD", s=2030, e=2034).replace("RPD", "RPJMD"),
    }
    site, _ = site_of(write(files), TODAY)
    found = [each.address for each in site.pages if each.template == "plans/changes"]
    assert found == [f"kota-uji/perencanaan/{each}/perubahan/" for each in ("c", "d")]
    before = one(shown(site, "kota-uji/perencanaan/c/perubahan/"), "p[@class='lead']/a")
    assert before.get("href") == "../../../../kota-uji/perencanaan/a/"


def test_capitals_spaces_and_full_stops_are_no_change() -> None:
    found = compare(["Menjaga  Udara;", "Lain"], ["menjaga udara", "lain."])
    assert found.none
    assert found.kept == 2


def test_the_sentences_most_alike_are_paired() -> None:
    before = ["air bersih untuk warga", "air bersih untuk semua"]
    found = compare(before, ["air bersih untuk semua warga"])
    assert found.dropped in (["air bersih untuk warga"], ["air bersih untuk semua"])
    assert (found.added, len(found.reworded)) == ([], 1)


@tries(200)
@given(SENTENCES, SENTENCES)
def test_every_sentence_is_accounted_for(before: list[str], after: list[str]) -> None:
    found = compare(before, after)
    assert found.kept + len(found.reworded) + len(found.dropped) == len({*before})
    assert found.kept + len(found.reworded) + len(found.added) == len({*after})
    assert compare(after, after).none


@tries(200)
@given(SENTENCES.map(" ".join), SENTENCES.map(" ".join))
def test_the_pieces_of_two_sentences_hold_both(before: str, after: str) -> None:
    found = pieces(before, after)
    old = " ".join(each.text for each in found if each.kind != "added")
    new = " ".join(each.text for each in found if each.kind != "dropped")
    assert (old, new) == (before, after)


def test_very_long_plans_are_compared_without_looking_for_what_was_reworded() -> None:
    words = " ".join(f"kata{number}" for number in range(850))
    before = [f"{words} lama{number}" for number in range(150)]
    found = compare(before, [f"{words} baru{number}" for number in range(150)])
    assert (len(found.dropped), len(found.added), found.reworded) == (150, 150, [])
