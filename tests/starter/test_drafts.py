"""The drafts of kinds: each is sound, also where it is uncommented, and shows every field."""

import re
from datetime import date

import pytest
from pydantic import BaseModel

from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import Problem
from pendopo.reading.record import models_in
from pendopo.site.kind import Kind
from pendopo.starter.drafts import OPEN, draft, shapes, still_open
from pendopo.starter.records import New, base, judged
from pendopo.starter.templates import scalar

VALUES: dict[str, object] = {
    "title": 'Hari "ke-1": sungai & jalan #5',
    "slug": "nama",
    "short_name": "",
    "region_code": "",
    "language": "id",
    "day": date(2026, 1, 5),
    "today": date(2026, 2, 1),
    "start": 2025,
    "end": 2029,
    "post": "kepala",
    "type": "lainnya",
}
COMPLETE = {"agency", "officials", "redirects", "topics"}
"""Kinds whose drafts say all that they must say."""
TYPES = {"agency": "kecamatan", "plans": "Renstra"}
CONDITIONAL = {
    "agency": "(successors|decorative):",
    "announcements": "decorative:",
    "documents": r"(file|(reg|excl)\w+|kind|year|status|ground|test_\w+|until):|number: ISIAN",
    "officials": "decorative:",
    "plans": "achievement_by:",
    "surveys": "weight:",
}
"""Lines that hold only where others say something else, as the comments above them tell."""
each_kind = pytest.mark.parametrize("kind", [*KINDS], ids=lambda kind: kind.name)
each_draft = pytest.mark.parametrize(
    ("kind", "shape"),
    [
        pytest.param(kind, shape, id=f"{kind.name} {shape}".strip())
        for kind in KINDS
        for shape in shapes(kind.name)
    ],
)


def made(kind: Kind, shape: str = "", **values: object) -> New:
    chosen = draft(kind.name, shape)
    given = VALUES | {"type": TYPES.get(kind.name, "lainnya")} | values
    done = chosen.filled(given)
    agency = "kota-uji" if kind.record.in_agencies else ""
    return New(kind.record, agency, f"{base(kind.record, agency)}{done.path}", done.text)


def told(new: New) -> list[str]:
    def place(each: Problem) -> str:
        return f"{each.line}:{each.column} {each.code}"

    return [place(each) for each in judged(new) if not each.information]


def uncommented(text: str) -> str:
    """The text where every key that is commented out counts."""
    return re.sub(r"(?m)^( *)# (?=[a-z_]+:(?:\s|$)| |- )", r"\1", text)


def keys(model: type[BaseModel]) -> set[str]:
    inner = [part for each in model.model_fields.values() for part in models_in(each.annotation)]
    return {*model.model_fields, *(key for part in inner for key in keys(part))}


@each_kind
def test_each_kind_has_a_draft_that_shows_every_field(kind: Kind) -> None:
    text = made(kind).text
    shown = {*re.findall(r"(?m)^[ #-]*([a-z_0-9]+):", text), *re.findall(r"[{,] ?([a-z]+):", text)}
    left_out = {"body"} if kind.record.suffixes[0] == ".md" else set()
    assert keys(kind.record.model) - shown == left_out
    assert "" in shapes(kind.name)


@each_draft
def test_a_draft_is_without_a_fault_or_a_warning(kind: Kind, shape: str) -> None:
    assert told(made(kind, shape)) == []


@each_draft
def test_it_says_that_it_is_to_be_uncommented_and_what_is_open(kind: Kind, shape: str) -> None:
    text = made(kind, shape).text
    assert "hapus" in text
    assert (OPEN in text) == (kind.name not in COMPLETE) == bool(still_open(text))
    assert all(len(line) <= 120 for line in text.splitlines())


@each_draft
def test_its_comments_are_sound_where_they_are_uncommented(kind: Kind, shape: str) -> None:
    new = made(kind, shape, title="Kota Contoh")
    text = uncommented(new.text)
    text = re.sub(rf"(?m)^ *({CONDITIONAL.get(kind.name, '(?!)')}).*\n", "", text)
    text = text.replace("redirects: []", "redirects:")
    assert text != new.text
    assert told(new._replace(text=text)) == []


@each_draft
def test_its_path_is_one_of_its_kind(kind: Kind, shape: str) -> None:
    chosen = draft(kind.name, shape)
    start = f"{kind.record.folder}/" if kind.record.folder else kind.record.file
    assert chosen.path.startswith(start) or kind.record is AGENCY
    new = made(kind, shape)
    assert new.type.file == new.path.rpartition("/")[2] or new.type.names.fullmatch(new.name)
    assert not chosen.needs or chosen.needs in {each.file for each in KINDS.types}


@pytest.mark.parametrize(
    "text",
    [
        "Rapat: hasil",
        "@humas",
        "2026",
        "ya",
        "[isi]",
        "a #b",
        '"',
        "'",
        "\\",
        "é 甲",
        "{a}",
        "-",
        "",
    ],
)
def test_any_title_is_kept_as_it_is(text: str) -> None:
    (news,) = [each for each in KINDS if each.name == "faq"]
    new = made(news)
    line = f"  - question: {scalar(text)}\n"
    source = re.sub(r"(?m)^  - question:.*\n", lambda _: line, new.text)
    found = judged(new._replace(text=source))
    assert [each.code for each in found] == ([] if text else ["key-missing"])


def test_a_document_that_is_a_regulation_has_its_number() -> None:
    (documents,) = [each for each in KINDS if each.name == "documents"]
    assert told(made(documents, type="peraturan")) == []
    assert "\nregulation:\n" in made(documents, type="peraturan").text
    for type_ in ("keputusan", "sop", "lainnya"):
        assert told(made(documents, type=type_)) == []
