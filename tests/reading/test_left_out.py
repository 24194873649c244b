"""A value left out of a record moves no problem to another line than its own."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, PORTAL, TODAY, Write
from pendopo.basics.locations import Location
from pendopo.problems.problem import Problem, faults
from pendopo.reading.left_out import LeftOut
from places import site_of
from samples import PDF

KOTA, BELOW = "agencies/kota-uji", "agencies/kota-uji/camat"
HEAD = (
    AGENCY
    + "documents:\n"
    + "".join(
        f"  - {{title: Dokumen {number}, file: berkas-{number}.pdf}}\n" for number in range(9)
    )
)
ARTICLE = (
    "title: Kabar\npublished: 2026-01-15\nbody: Teks.\ntopics:\n  - Air\n  - Ai\n  - Pohom\n"
    "  - Sampah\n  - Pohno\ndocuments:\n"
    + "".join(f"  - {{title: Surat {number}, file: sura{number}.pdf}}\n" for number in range(4))
)
ABOVE = (
    "type: RPJMD\ntitle: RPJMD\nperiod: {start: 2025, end: 2029}\nmissions:\n  statements:\n"
    "    - statement: Satu\n    - statement: Dua\n"
)
PLAN = (
    "type: Renstra\ntitle: Renstra\nperiod: {start: 2025, end: 2029}\ngoals:\n  statements:\n"
    + "".join(
        f"  - {{statement: Tujuan {goal}, supports: [kota-uji/2025-2029#misi-{goal + 1}, [x],"
        f" kota-uji/2025-2028#misi-{goal + 1}, kota-uji/2025-2029#misi-2{goal}]}}\n"
        for goal in range(5)
    )
    + "documents:\n  - {title: Satu, file: satu.pdf}\n  - {title: Dua, file: dua.pdf}\n"
)
FILES = {
    f"{KOTA}/agency.yml": HEAD,
    f"{KOTA}/news/2026-01-15-kabar.yml": ARTICLE,
    f"{BELOW}/plans/2025-2029.yml": PLAN,
}
ENTRIES = [
    (path, number)
    for path, text in FILES.items()
    for number, line in enumerate(text.split("\n"), 1)
    if line.startswith("  - ")
]


@pytest.fixture
def folder(write: Write) -> Path:
    return write(
        {
            "portal.yml": PORTAL,
            "topics.yml": "topics: [{key: air, name: Air}, {key: pohon, name: Pohon}]\n",
            f"{BELOW}/agency.yml": "type: kecamatan\nname: Kecamatan Uji\n",
            f"{KOTA}/plans/2025-2029.yml": ABOVE,
            **{f"{KOTA}/media/berkas-{number}a.pdf": PDF for number in range(9)},
            **{f"{KOTA}/media/surat{number}.pdf": PDF for number in range(4)},
        }
    )


def found(folder: Path, refused: set[tuple[str, int]]) -> set[Problem]:
    """All faults where the entries on these lines are refused, without those of the lines."""
    for path, text in FILES.items():
        lines = text.split("\n")
        for of, number in refused:
            if of == path:
                lines[number - 1] = "  - [rusak]"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("\n".join(lines))
    problems = faults(site_of(folder, TODAY)[1])
    assert refused <= {(each.path, each.line) for each in problems}
    return {each for each in problems if (each.path, each.line) not in refused}


@tries(100, fewest=12)
@given(st.sets(st.sampled_from(ENTRIES)))
def test_each_problem_stays_at_its_line_whatever_else_is_refused(
    folder: Path, refused: set[tuple[str, int]]
) -> None:
    whole = found(folder, set())
    assert len(whole) == 9 + 4 + 4 + (5 + 3 + 5 + 5) + 2
    expected = {each for each in whole if (each.path, each.line) not in refused}
    assert found(folder, refused) == expected


def shortened(length: int, gone: set[int]) -> list[int]:
    return [index for index in range(length) if index not in gone]


@tries(200)
@given(st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)))
def test_a_location_in_the_record_is_found_again_in_the_file(
    outer: set[int], inner: set[int]
) -> None:
    around: Location = ("goals", 5)
    locations: list[Location] = [("goals", index) for index in outer]
    locations += [(*around, "supports", index) for index in inner]
    left_out = LeftOut([*locations, ("title",), (*around, "supports", 3, "x")])
    kept = shortened(9, outer)
    for index, written in enumerate(kept):
        assert left_out.written(("goals", index, "statement")) == ("goals", written, "statement")
    if 5 in kept:
        here: Location = ("goals", kept.index(5), "supports")
        for index, written in enumerate(shortened(9, inner)):
            assert left_out.written((*here, index)) == (*around, "supports", written)


def test_an_unsound_list_of_topics_makes_no_topic_of_an_article_unknown(folder: Path) -> None:
    (folder / "topics.yml").write_text("topics: [{key: air, name: Air}, {key: Ä, name: Sampah}]\n")
    assert {each.code for each in found(folder, set()) if "news" in each.path} == {
        "media-missing-nearest"
    }


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("missions:\n  statements:\n    - {statement: Satu}\n    - [x]\n", "mission: 2"),
        ("missions:\n  statements:\n    - {statement: Satu}\n", "mission: 9}\n  - {statement: [x]"),
    ],
)
def test_missions_are_counted_only_where_none_was_left_out(
    write: Write, above: str, below: str
) -> None:
    folder = write(
        {
            f"{KOTA}/agency.yml": AGENCY,
            f"{BELOW}/agency.yml": "type: kecamatan\nname: Kecamatan Uji\n",
            f"{KOTA}/plans/a.yml": f"type: RPJMD\ntitle: RPJMD\n{above}",
            f"{BELOW}/plans/a.yml": (
                "type: Renstra\ntitle: Renstra\nderives_from: kota-uji/a\ngoals:\n  statements:\n"
                f"  - {{statement: Tujuan, {below}}}\n"
            ),
        }
    )
    assert len(faults(site_of(folder, TODAY)[1])) == 1


def test_a_plan_whose_words_were_refused_is_not_called_empty(write: Write) -> None:
    folder = write(
        {
            f"{KOTA}/agency.yml": AGENCY,
            f"{BELOW}/agency.yml": "type: kecamatan\nname: Kecamatan Uji\n",
            f"{KOTA}/plans/a.yml": "type: RPJMD\ntitle: RPJMD\nclosing: Teks.\n",
            f"{BELOW}/plans/a.yml": (
                "type: Renstra\ntitle: Renstra\nderives_from: kota-uji/a\nvision: [x]\n"
            ),
        }
    )
    found = [each.place() for each in faults(site_of(folder, TODAY)[1]) if "camat" in each.path]
    assert found == [f"{BELOW}/plans/a.yml:4:9"]
