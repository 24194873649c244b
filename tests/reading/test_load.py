"""Each record judged alone: the golden cases, what is kept of a record that has problems."""

import pickle
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import golden
from budgets import tries
from conftest import Write
from golden import CASES, FOLDER, problems_of
from pendopo.basics.locations import Location
from pendopo.basics.translations import LANGUAGES, translations
from pendopo.kinds.agency.record.agency import AGENCY, AgencyRecord
from pendopo.kinds.news.record import ArticleRecord
from pendopo.kinds.plans.record.indicators import by_year
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem, faults
from pendopo.reading.documents import Document
from pendopo.reading.entry import ChangedError, Entry
from texts import checked, judged, record_text

FEWEST_WRONG = 120
"""How many cases must have faults."""
MANY = 99


def told(problems: list[Problem]) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in sorted(problems)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_all_that_is_wrong_with_a_case_is_told(case: Path) -> None:
    expected = case.with_suffix(".txt").read_text(encoding="utf-8")
    assert golden.told(case).splitlines() == expected.splitlines(), (
        "If all of this should be told now, write it with: make cases"
    )


def test_there_are_many_wrong_cases_each_told_in_every_language() -> None:
    wrong = [text for case in CASES if (text := case.with_suffix(".txt").read_text("utf-8"))]
    assert len(wrong) >= FEWEST_WRONG
    assert [text for text in wrong if "\n    id: " not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_can_be_told_in_every_language(language: str) -> None:
    translate = translations(language).gettext
    for case in CASES:
        for problem in problems_of(case):
            for sentence in (problem.message(translate), problem.mend(translate)):
                assert sentence, case.name
                assert "\n" not in sentence, case.name


def test_every_case_has_its_own_text_of_problems() -> None:
    expected = sorted(case.with_suffix(".txt") for case in CASES)
    assert expected == sorted(FOLDER.glob("*.txt"))


def test_text_reaches_the_record_as_it_was_typed() -> None:
    text = (
        "type: kota\nname: no\nregion_code: 12.10\nbps_code: 0012\nphones: [0812345678]\n"
        "short_name: 1_000\ntagline: 1e3\npopulation: {people: 315.609, year: 2024}\n"
        "hours: [{first_day: senin, opens: 08:00, closes: 16.30}]\nupdated: 2026-01-15\n"
    )
    entry, problems = judged("agency", text)
    assert problems == []
    assert entry is not None
    assert isinstance(entry.record, AgencyRecord)
    record = entry.record
    assert (record.name, record.region_code, record.bps_code) == ("no", "12.10", "0012")
    assert (record.short_name, record.tagline, record.phones) == ("1_000", "1e3", ("0812345678",))
    assert (record.hours[0].opens, record.hours[0].closes) == ("08:00", "16:30")
    assert record.population is not None
    assert (record.population.people, record.updated) == (315_609, date(2026, 1, 15))


def test_what_is_sound_stays_and_only_the_rest_is_left_out() -> None:
    text = (
        "type: kota\nname: Kota Uji\nregion_code: salah\ntagline: Teduh\nzzz: 1\n"
        "phones: [061-8821234, salah, 061-8821235]\nsocial:\n  - network: Instagram\n"
        "  - {network: Facebook, url: https://contoh.example/, zzz: 1}\n"
        "address: {street: Jalan Satu, postal_code: salah}\narea: {km2: salah, year: 2024}\n"
        "colours: salah\n"
    )
    entry, problems = judged("agency", text)
    assert [each.code for each in sorted(problems)] == [
        *("region-code", "key-unknown", "phone", "key-missing", "key-unknown", "postal-code"),
        *("number", "value-mapping"),
    ]
    assert entry is not None
    assert isinstance(entry.record, AgencyRecord)
    assert entry.record.model_dump(exclude_unset=True) == {
        "type": "kota",
        "name": "Kota Uji",
        "tagline": "Teduh",
        "phones": ("061-8821234", "061-8821235"),
        "social": ({"network": "Facebook", "url": "https://contoh.example/"},),
        "address": {"street": "Jalan Satu"},
    }


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("agency", "type: kota\n"),
        ("agency", "type: kota\nname: [a]\n"),
        ("agency", "type: dinsa\nname: Dinas Uji\n"),
        ("agency", "type:\nname: ~\n"),
        ("agency", "[]"),
        ("agency", "teks"),
        ("agency", "# kosong"),
        ("plan", "type: RPJMD\n"),
        ("portal", "name: Portal\nintroduction: <b>\n"),
        ("article", "title: Kabar\npublished: 2026-01-15\n"),
    ],
)
def test_without_a_required_field_there_is_no_record(kind: str, text: str) -> None:
    entry, problems = judged(kind, text)
    assert entry is None
    assert problems


def test_the_keys_of_a_mapping_are_gone_through_once_however_many_are_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Location] = []
    keys = Document.keys

    def counted(self: Document, place: Location) -> Sequence[str]:
        asked.append(place)
        return keys(self, place)

    monkeypatch.setattr(Document, "keys", counted)
    text = "title: a\nbody: a\npicture:\n" + "".join(f"k{number}: a\n" for number in range(MANY))
    assert len(judged("article", text)[1]) == MANY
    assert asked == [()]


@pytest.mark.parametrize(
    ("kind", "text", "problems"),
    [
        # A part that is left out makes the part around it unsound in turn: not told again.
        ("agency", "type: kota\nname: a\naddress: {street: [a], village: b}\n",
         ["3:19 value-text"]),
        ("plan", "type: RPJMD\ntitle: a\nderives_from: a/b\nperiod: {start: x, end: 2021}\n",
         ["4:17 year"]),
        # Nor do rules judge what was left out only because it is told of already.
        ("article", "title: a\nbody: a\npublished: 31-02-2026\n", ["3:12 date"]),
        ("article", "title: a\nbody: a\npublished: 2026-01-15\npicture: {file: a.jpg, alt: [a]}\n",
         ["4:29 value-text"]),
        ("article", "title: a\nbody: a\npublished: 2026-01-15\npicture: {file: a.gif}\n",
         ["4:17 media-name"]),
        ("plan", "type: RPJMD\ntitle: a\nvision: a\n", ["3:9 value-mapping"]),
        ("plan", "type: RPJMD\ntitle: a\nmissions:\n  statements:\n    - statement: a\n"
         "    - [b]\ngoals:\n  statements:\n    - {statement: c, mission: 2}\n",
         ["6:7 value-mapping"]),
    ],
)  # fmt: skip
def test_a_problem_is_told_once_and_brings_no_others(
    kind: str, text: str, problems: list[str]
) -> None:
    assert told(judged(kind, text)[1]) == problems


def test_what_a_rule_finds_is_told_at_its_place_though_something_before_it_was_left_out() -> None:
    text = (
        "type: RPJMD\ntitle: a\nmissions: {statements: [{statement: a}]}\ngoals:\n  statements:\n"
        "    - {mission: 1}\n    - {statement: b, mission: 9}\n"
    )
    entry, problems = judged("plan", text)
    assert entry is not None
    assert set(told(problems)) - {"7:30 mission-unknown"} == {"6:7 key-missing"}


def test_lines_of_markup_are_those_of_the_file_whatever_stands_before_the_text() -> None:
    before = "type: kota\nname: a\nintroduction: |2 # catatan\n"
    for skipped in range(4):
        entry, problems = judged("agency", f"{before}{chr(10) * skipped}  a\n\n  b <i>c</i>\n")
        assert entry is not None
        assert told(problems) == [f"{6 + skipped}:1 markup-html"]
    before = "---\ntitle: a\nevent_date: 2026-01-15\n---\n"
    for skipped in range(4):
        _, problems = judged("article", f"{before}{chr(10) * skipped}a <i>\n", "a.md")
        assert told(problems) == [f"{5 + skipped}:1 markup-html"]


def test_a_list_of_choices_is_told_to_its_end() -> None:
    _, problems = judged("agency", "type: xxx\nname: a\nyyy: z\n")
    choices, keys = (each.mend(translations("en").gettext) for each in sorted(problems))
    assert choices.endswith("rumah-sakit, puskesmas, uptd, lainnya.")
    assert keys.endswith("documents, updated.")


TEXTS_OF_THREE = {"a": "type: kota\nname: A\n", "b": "type: x\n", "c": "type: desa\nname: C\n"}


def three(write: Write) -> tuple[list[Entry[Any, Any]], list[Problem]]:
    """The records of three agencies as they lie in a folder; the second is not sound."""
    paths = {agency: f"agencies/{agency}/agency.yml" for agency in TEXTS_OF_THREE}
    folder = write({paths[agency]: text for agency, text in TEXTS_OF_THREE.items()})
    sources = [
        record_text(AGENCY, paths[agency], agency, "agency", text)
        for agency, text in TEXTS_OF_THREE.items()
    ]
    loaded = [checked(source, str(folder)) for source in sources]
    entries = [entry for entry, _ in loaded if entry is not None]
    return entries, [problem for _, problems in loaded for problem in problems]


def test_records_keep_their_order_and_their_place(write: Write) -> None:
    entries, problems = three(write)
    assert all(each._kept for each in entries), "read again where it was at hand"
    assert [(each.agency, each.record.name) for each in entries] == [("a", "A"), ("c", "C")]
    assert [each.brief.name for each in entries] == ["A", "C"]
    assert {each.path for each in problems} == {"agencies/b/agency.yml"}
    assert told([entries[1].problem(("name",), "text-empty")]) == ["2:7 text-empty"]
    assert told([entries[1].problem(("name",), "text-empty", True)]) == ["2:1 text-empty"]


def test_an_entry_that_went_to_another_process_reads_its_record_again(write: Write) -> None:
    for entry in three(write)[0]:
        sent = pickle.loads(pickle.dumps(entry))
        assert not sent._kept
        assert sent == entry
        assert sent.type == entry.type
        assert sent.record == entry.record


def test_an_entry_whose_file_has_changed_or_gone_says_so(write: Write) -> None:
    (_, entry), _ = three(write)
    sent = [pickle.loads(pickle.dumps(entry)) for _ in range(3)]
    path = Path(entry.folder, entry.path)
    for content in ("type: desa\nname: D\n", "type: [", ""):
        path.write_text(content)
        with pytest.raises(ChangedError, match="agencies/c/agency"):
            _ = sent[0].record
    path.unlink()
    with pytest.raises(ChangedError, match="agencies/c/agency"):
        _ = sent[1].record
    with pytest.raises(ChangedError, match="agencies/c/agency"):
        sent[2].problem(("name",), "text-empty")
    assert entry.record.name == "C"


def test_the_text_below_a_front_matter_is_the_body() -> None:
    entry, problems = judged(
        "article", "---\ntitle: a\npublished: 2026-01-15\n---\n\nSatu.\n\n---\n\nDua.\n", "a.md"
    )
    assert problems == []
    assert entry is not None
    assert isinstance(entry.record, ArticleRecord)
    assert entry.record.body == "Satu.\n\n---\n\nDua."


def test_targets_are_a_list_or_a_mapping_of_years() -> None:
    before = (
        "type: Renstra\ntitle: a\ngoals: {statements: [{statement: b, indicators: "
        "[{name: c, unit: a, polarity: higher, "
    )
    for targets, expected in (
        ("[85 %, 90–95]", {1: "85 %", 2: "90–95"}),
        ("{2021: 1, '2022': {value: '1,5'}}", {2021: "1", 2022: "1,5"}),
        ("{2: 1, '1': 2}", {1: "2", 2: "1"}),
        ("[]", {}),
    ):
        entry, problems = judged("plan", f"{before}targets: {targets}}}]}}]}}\n")
        assert faults(problems) == []
        assert entry is not None
        found = by_year(entry.record.goals.statements[0].indicators[0].targets, None)
        assert {year: each.value for year, each in found.items()} == expected


KEYS = [
    *sorted({name for kind in KINDS.types for name in kind.model.model_fields}),
    *("statements", "statement", "indicators", "objectives", "targets", "file", "2021", "<<"),
]
TEXTS = st.text(max_size=8) | st.sampled_from(
    ["kota", "RPJMD", "2021", "1.000", "a <b>", "[a](b)", "#14532d", "a.jpg", "http://a", "08:00"]
)
TREES = st.dictionaries(
    st.sampled_from(KEYS),
    st.recursive(
        TEXTS,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(KEYS) | TEXTS, inner, max_size=4)
        ),
        max_leaves=12,
    ),
)
SOUND: dict[str, dict[str, object]] = {
    kind.name: {
        name: (field.examples or [""])[0]
        for name, field in kind.model.model_fields.items()
        if field.is_required()
    }
    for kind in KINDS.types
}
"""The least that a record of each kind must say."""
PIECES = ["---\n", "- ", ": ", "a", "[", "{", "#", "\n", "\n  ", "title", "'"]
EVERY_KIND = pytest.mark.parametrize("kind", [each.name for each in KINDS.types])


@EVERY_KIND
@tries(150)
@given(tree=TREES)
def test_any_tree_gives_a_record_or_problems(kind: str, tree: dict[str, object]) -> None:
    for whole in (tree, SOUND[kind] | tree):
        entry, problems = judged(kind, yaml.safe_dump(whole, allow_unicode=True))
        assert entry is not None or problems
        for problem in problems:
            for language in LANGUAGES:
                assert problem.message(translations(language).gettext)
                assert problem.mend(translations(language).gettext)


@EVERY_KIND
@pytest.mark.parametrize("name", ["a.yml", "a.md"])
@tries(60)
@given(text=st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_gives_a_record_or_problems(kind: str, name: str, text: str) -> None:
    entry, problems = judged(kind, text, name)
    assert entry is not None or problems
    assert all(each.line >= 1 and each.column >= 1 for each in problems)
