"""The questions of an agency and their answers."""

import json

import pytest

from conftest import AGENCY, TODAY, Write, codes
from markup import ids, one, shown, skipped_levels, texts
from pendopo.kinds.faq.anchors import LONGEST, anchors
from pendopo.problems.problem import faults
from pendopo.rendering.renderer import Renderer
from pendopo.site.planning import Site
from places import site_of

KOTA = "agencies/kota-uji"
QUESTIONS = "kota-contoh/tanya-jawab/"


def site(write: Write, text: str) -> Site:
    built, problems = site_of(write({f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/faq.yml": text}), TODAY)
    assert faults(problems) == []
    return built


def test_questions_stand_below_their_topics(miniature: Site) -> None:
    page = shown(miniature, QUESTIONS)
    assert texts(page, "h1") == ["Tanya jawab"]
    assert texts(page, "h2") == ["Pohon", "Pertanyaan lain", "Sumber"]
    assert texts(page, "h3") == [
        "Apa syarat meminta <bibit> pohon?",
        "Berapa biayanya?",
        "Kapan kantor buka?",
    ]
    assert skipped_levels(page) == []
    assert texts(page, ".//div[@class='body']/ol/li") == ["ambil nomor antrean;", "isi formulir."]
    targets = [each.get("href", "")[1:] for each in page.findall(".//nav//a")]
    assert {*targets} == {*ids(page)} - {"isi", "sumber"}


def test_without_topics_questions_need_no_further_headings(write: Write) -> None:
    built = site(write, "questions: [{question: Apa?, answer: A}, {question: Kapan?, answer: B}]")
    page = shown(built, "kota-uji/tanya-jawab/")
    assert texts(page, "h2") == ["Apa?", "Kapan?"]
    assert page.findall(".//nav") == []


def test_search_finds_each_question_by_its_heading(miniature: Site) -> None:
    page = miniature.by_address[QUESTIONS]
    assert page.kind == "Tanya jawab"
    found = Renderer(miniature).page(page).headings
    assert "tanya-apa-syarat-meminta-bibit-pohon" in [each.id for each in found]


def test_the_first_page_leads_to_the_first_questions(write: Write) -> None:
    rows = ", ".join(f"{{question: Apa {number}?, answer: A}}" for number in range(7))
    page = shown(site(write, f"questions: [{rows}]"), "kota-uji/")
    links = page.findall(".//h2[@id='tanya-jawab']/../ul[@class='headlines']/li/a")
    assert [each.get("href") for each in links] == [
        f"../kota-uji/tanya-jawab/#tanya-apa-{number}" for number in range(5)
    ]


def test_machines_get_each_question_with_its_answer(miniature: Site) -> None:
    (found,) = miniature.by_address[QUESTIONS].linked(str)
    assert found["@type"] == "FAQPage"
    first = found["mainEntity"][0]
    assert first["name"] == "Apa syarat meminta <bibit> pohon?"
    assert first["url"] == f"{QUESTIONS}#tanya-apa-syarat-meminta-bibit-pohon"
    assert first["acceptedAnswer"]["text"].startswith("Bawa KTP, lalu:")
    (file,) = (e for e in miniature.files if e.address == "api/v1/agencies/kota-contoh.json")
    rows = json.loads(file.text)["questions"]
    assert [each.get("topic") for each in rows] == ["Pohon", "Pohon", None]
    assert rows[1]["answer"] == "Gratis."


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["Apa itu?", "Apa itu!"], ["t-apa-itu", "t-apa-itu-2"]),
        (["A 2", "A", "A"], ["t-a-2", "t-a", "t-a-3"]),
        (["Café dan <b>"], ["t-cafe-dan-b"]),
        (["什么?", "؟"], ["t", "t-2"]),
    ],
)
def test_names_of_parts_are_made_of_their_words_and_differ(
    headings: list[str], expected: list[str]
) -> None:
    assert anchors(headings, "t") == expected


def test_names_of_long_questions_end_between_words() -> None:
    (name,) = anchors(["kata " * 40], "t")
    assert len(name) <= LONGEST + 2
    assert name.endswith("-kata")
    assert len(anchors(["k" * 300], "t")[0]) == LONGEST + 2


def test_an_agency_cannot_have_the_name_of_the_page(write: Write) -> None:
    folder = write(
        {f"{KOTA}/agency.yml": AGENCY, f"{KOTA}/tanya-jawab/agency.yml": "type: desa\nname: D\n"}
    )
    assert codes(folder) == [f"{KOTA}/tanya-jawab/agency.yml:1:1 name-reserved"]


def test_headings_on_a_page_are_found(miniature: Site) -> None:
    assert one(shown(miniature, QUESTIONS), ".//h2[@id='topik-pohon']").text == "Pohon"
