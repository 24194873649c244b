"""Problems in the formats of other programs: nothing of the data is live in any of them."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from conftest import Write
from markup import parse
from pendopo.basics import cmark
from pendopo.basics.translations import LANGUAGES, translations
from pendopo.commands import main
from pendopo.problems.formats import sarif as sarif_format
from pendopo.problems.formats.annotations import MOST, annotations
from pendopo.problems.formats.json_list import json_list
from pendopo.problems.formats.rows import Row, rows
from pendopo.problems.formats.sarif import sarif
from pendopo.problems.formats.step_summary import MOST_BYTES, step_summary
from pendopo.problems.problem import Problem, problem
from pendopo.problems.report import lines, right
from pendopo.problems.sentences import SENTENCES

ENGLISH = translations("en").gettext
RAW_HTML = 1 << 17
"""The option of the parser with which HTML is rendered as GitHub does, and not left out."""
BLOB = "https://git.example/kota/profil/blob/0123"
FILES = ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE")
LINKS = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
HOSTILE = (
    "::error file=a::b",
    "%0A::warning::x",
    "a\n::set-output name=x::y\r\n",
    "##[error]x",
    "<script>alert(1)</script><b>",
    "</td></tr></table>\n\n# x\n\n[a](https://jahat.example/)",
    "![a](https://jahat.example/a.png) **b** `c` | d",
    "@kota-contoh #12 www.jahat.example https://jahat.example a@jahat.example",
    "]]>&amp;{0}{{1}}[x](0)\\[y](1)\\",
    "\x1b[31m\u202e\udcff",
)
SCHEMA: Any = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "message": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "additionalProperties": False,
                    "properties": {"driver": {"$ref": "#/$defs/driver"}},
                },
                "language": {"type": "string", "pattern": "^[a-z]{2}$"},
                "columnKind": {"const": "unicodeCodePoints"},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                "invocations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["executionSuccessful"],
                        "properties": {"executionSuccessful": {"type": "boolean"}},
                    },
                },
            },
        },
        "driver": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "rules": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {
                        "type": "object",
                        "required": ["id", "shortDescription", "help", "defaultConfiguration"],
                        "additionalProperties": False,
                        "properties": {
                            "id": {"type": "string"},
                            "shortDescription": {"$ref": "#/$defs/message"},
                            "help": {"$ref": "#/$defs/message"},
                            "defaultConfiguration": {
                                "type": "object",
                                "properties": {"level": {"$ref": "#/$defs/level"}},
                            },
                        },
                    },
                }
            },
        },
        "result": {
            "type": "object",
            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/message"},
                "locations": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"physicalLocation": {"$ref": "#/$defs/place"}},
                    },
                },
            },
        },
        "place": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {
                        "uri": {"type": "string", "format": "uri-reference"},
                        "uriBaseId": {"const": "%SRCROOT%"},
                    },
                },
                "region": {
                    "type": "object",
                    "required": ["startLine", "startColumn"],
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                    },
                },
            },
        },
    },
}
"""What the standard demands of the parts of SARIF that are written."""


def shown(problems: list[Problem], folder: str = "data") -> list[Row]:
    return rows(problems, folder, ENGLISH)


def of_all_codes(value: str) -> list[Problem]:
    """A problem of every code with `value` in all gaps of its sentences, in a file of that name."""
    found = []
    for code, sentence in SENTENCES.items():
        names = re.findall(r"\{(\w+)\}", f"{sentence.wrong}{sentence.mend}")
        each = problem(f"{value}/a.yml", code, 2, 3, **dict.fromkeys(names, value))
        found.append(replace(each, corrections=((2, value, value),)))
    return found


def one_of_each() -> list[Problem]:
    codes = {each.severity: each for each in of_all_codes("x")}
    assert len(codes) == 3
    return [*codes.values()]


def texts(markdown: str) -> tuple[list[str], set[str], list[str]]:
    """The pieces of text, the names of elements and the links of Markdown, as GitHub renders it."""
    _, *found = parse(cmark.to_html(markdown, RAW_HTML)).iter()
    pieces = [text for each in found for text in (each.text, each.tail) if text]
    links = [each.get("href") or "" for each in found if each.tag == "a"]
    return pieces, {each.tag for each in found}, links


def checked(text: str) -> Any:
    found = json.loads(text)
    jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True).validate(found)
    return found["runs"][0]


def test_json_lists_all_that_is_known_of_a_problem() -> None:
    found = problem("a/b.yml", "key-unknown-nearest", 3, 5, key="nmae", nearest="name")
    found = replace(found, corrections=((3, "  nmae: Kota", "  name: Kota"),))
    assert json.loads(json_list(shown([found, problem("", "folder-missing", name="x")]))) == {
        "problems": [
            {
                "path": "data/a/b.yml",
                "line": 3,
                "column": 5,
                "code": "key-unknown-nearest",
                "severity": "error",
                "message": "The key nmae is not known here.",
                "mend": "Rename it to name if that is what you meant.",
                "right": "  name: Kota",
            },
            {
                "path": "data",
                "line": None,
                "column": None,
                "code": "folder-missing",
                "severity": "error",
                "message": problem("", "folder-missing", name="x").message(ENGLISH),
                "mend": problem("", "folder-missing", name="x").mend(ENGLISH),
                "right": "",
            },
        ],
        "acknowledged": 0,
    }


def test_a_folder_that_is_the_root_leaves_the_paths_as_they_are() -> None:
    assert shown([problem("a.yml", "file-empty")], ".")[0].path == "a.yml"


@pytest.mark.parametrize("text", HOSTILE)
def test_json_holds_any_text_in_plain_signs(text: str) -> None:
    found = json_list(shown(of_all_codes(text)))
    assert found.isascii()
    assert len(json.loads(found)["problems"]) == len(SENTENCES)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_workflow_command_says_nothing_but_its_problem(text: str) -> None:
    for each in of_all_codes(text):
        (said,) = annotations(shown([each]), ENGLISH)
        told = re.fullmatch(
            r"::(error|warning|notice) file=([^:,]+),line=2,col=3,title=([^:,]+)::(.+)", said
        )
        assert told, said
        assert said.isprintable()
        data = told[4].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        proposed = "\n".join(line for _, line in right(each))
        assert data == f"{each.message(ENGLISH)}\n{each.mend(ENGLISH)}\n{proposed}"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_for_people_is_a_workflow_command(text: str, language: str) -> None:
    for each in of_all_codes(text):
        for line in lines(each, "data/", translations(language).gettext, text):
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            assert line.isprintable()


def test_the_first_ten_of_each_severity_are_annotated_errors_first() -> None:
    several = [each for each in one_of_each() for _ in range(MOST + 2)][::-1]
    said = [*annotations(shown(several), ENGLISH)]
    kinds = [re.findall(r"^::(\w+) ", each)[0] for each in said]
    assert kinds == ["error"] * MOST + ["warning"] * MOST + ["notice"] * MOST


def test_an_annotation_of_the_whole_folder_names_no_line() -> None:
    (said,) = annotations(shown([problem("", "folder-missing", name="x")]), ENGLISH)
    assert said.startswith("::error title=To be mended before publication::")


def test_the_summary_links_each_place_to_its_line() -> None:
    found = problem("kota baru/ä.yml", "file-empty", 3, 5)
    text = step_summary(shown([found]), "1 problem.", BLOB, ENGLISH)
    pieces, _, links = texts(text)
    assert links == [f"{BLOB}/data/kota%20baru/%C3%A4.yml?plain=1#L3"]
    for piece in ("data/kota baru/ä.yml:3:5", found.message(ENGLISH), found.mend(ENGLISH)):
        assert piece in pieces
    assert "1 problem." in pieces


@pytest.mark.parametrize("folder", ["data", "/elsewhere/data"])
def test_the_summary_has_no_link_where_no_address_is_known(folder: str) -> None:
    blob = BLOB if folder.startswith("/") else ""
    text = step_summary(shown([problem("a.yml", "file-empty")], folder), "", blob, ENGLISH)
    assert texts(text)[2] == []


def test_the_summary_of_nothing_is_empty() -> None:
    assert step_summary([], "", BLOB, ENGLISH) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_the_data_is_live_in_the_summary(text: str) -> None:
    pieces, elements, links = texts(step_summary(shown(of_all_codes(text)), "", BLOB, ENGLISH))
    table = {"table", "tbody", "tr", "th", "td", "a", "span", "br"}
    assert elements <= table
    assert len(links) == len(SENTENCES)
    assert all(each.startswith(f"{BLOB}/data/") for each in links)
    # A mention or an address that GitHub would make a link of stands in one piece of text.
    assert [each for each in pieces if re.search(r"[@#]\w|\w[@#]|://|www\.", each)] == []


def test_a_long_summary_is_cut_with_the_number_of_what_is_left_out() -> None:
    row = shown([problem("a.yml", "file-empty")])[0]
    many = [row._replace(line=line) for line in range(1, 30_000)]
    text = step_summary(many, "", BLOB, ENGLISH)
    assert MOST_BYTES - 1_000 < len(text.encode()) <= MOST_BYTES
    pieces, _, links = texts(text)
    left_out = len(many) - len(links)
    assert left_out > 0
    assert f"Problems left out here: {left_out}. pendopo check lists all of them." in pieces


def test_errors_come_first_in_what_may_be_cut() -> None:
    found = shown(one_of_each()[::-1])
    pieces, _, _ = texts(step_summary(found, "", "", ENGLISH))
    told = [each for each in pieces if each.startswith(("warning: ", "for information: "))]
    assert [each.partition(":")[0] for each in told] == ["warning", "for information"]
    levels = [each["level"] for each in checked(sarif(found, "en", ENGLISH))["results"]]
    assert levels == ["error", "warning", "note"]


def test_sarif_names_the_rule_and_the_place_of_each_problem() -> None:
    found = problem("kota baru/ä.yml", "file-empty", 3, 5)
    run = checked(sarif(shown([found]), "en", ENGLISH))
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/kota%20baru/%C3%A4.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 5}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "file-empty"
    assert result["message"]["text"] == f"{found.message(ENGLISH)}\n{found.mend(ENGLISH)}"


def test_sarif_of_a_file_elsewhere_has_its_whole_address() -> None:
    run = checked(sarif(shown([problem("a.yml", "file-empty")], "/x y"), "en", ENGLISH))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "file:///x%20y/a.yml"}


@pytest.mark.parametrize("text", HOSTILE)
def test_sarif_holds_any_text_without_a_link_or_a_gap(text: str) -> None:
    written = sarif(shown(of_all_codes(text)), "en", ENGLISH)
    assert written.isascii()
    run = checked(written)
    assert len(run["results"]) == len(run["tool"]["driver"]["rules"]) == len(SENTENCES)
    rules = run["tool"]["driver"]["rules"]
    messages = [each["message"] for each in run["results"]] + [each["help"] for each in rules]
    for each in messages:
        left = re.sub(r"\\[\\\[\]]|\{\{|\}\}", "", each["text"])
        assert not set(left) & {*"[]{}\\"}


def test_sarif_of_every_code_has_the_level_of_its_severity() -> None:
    run = checked(sarif(shown(of_all_codes("x")), "en", ENGLISH))
    rules = run["tool"]["driver"]["rules"]
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["defaultConfiguration"]["level"] == each["level"]


def test_sarif_leaves_out_what_github_would_refuse_the_file_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sarif_format, "MOST_RESULTS", 2)
    run = checked(sarif(shown(one_of_each()), "en", ENGLISH))
    assert len(run["results"]) == 2
    notice = run["invocations"][0]["toolExecutionNotifications"][0]
    assert notice["message"]["text"].startswith("Problems left out here: 1.")


@pytest.fixture
def workplace(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two errors and a warning, as a workflow checks it out."""
    agency = "type: kota\nname: A\nhours: [{first_day: senin, opens: '20:00', closes: '07:00'}]\n"
    folder = write({"agencies/kota-uji/agency.yml": agency + "zzz: 1\n", "salah.txt": "x"})
    for name in (*FILES, *LINKS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769900000")
    monkeypatch.chdir(folder.parent)
    return folder.parent


def said(capsys: pytest.CaptureFixture[str], *arguments: str, result: int = 1) -> str:
    assert main(["check", *arguments]) == result
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_github_gets_the_text_the_annotations_and_the_summary(
    workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for_people = said(capsys)
    summary = workplace / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    for name, value in zip(LINKS, ("https://git.example", "kota/profil", "0123"), strict=True):
        monkeypatch.setenv(name, value)
    commands = said(capsys, "--format", "github").removeprefix(for_people).splitlines()
    assert [each.partition(",col")[0] for each in commands] == [
        "::error file=data/agencies/kota-uji/agency.yml,line=4",
        "::error file=data/salah.txt,line=1",
        "::warning file=data/agencies/kota-uji/agency.yml,line=3",
    ]
    assert summary.read_text().startswith("before\n\n")
    assert f"{BLOB}/data/agencies/kota-uji/agency.yml?plain=1#L4" in texts(summary.read_text())[2]


def test_the_summary_counts_what_the_step_has_written_before(
    workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = workplace / "summary.md"
    summary.write_text("x" * (MOST_BYTES - 400))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    said(capsys, "--format", "github")
    assert "Masalah yang tidak dimuat di sini: 3." in summary.read_text()[-400:]


@pytest.mark.parametrize("format_", ["json", "sarif"])
def test_a_program_gets_nothing_but_its_format(
    format_: str, workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "salah.txt" in json.dumps(json.loads(said(capsys, "--format", format_)))
    (workplace / "data/salah.txt").unlink()
    (workplace / "data/agencies/kota-uji/agency.yml").unlink()
    (workplace / "data/agencies/kota-uji").rmdir()
    sound: Mapping[str, Any] = json.loads(said(capsys, "--format", format_, result=0))
    assert sound.get("problems", []) == []
    assert [run["results"] for run in sound.get("runs", [])] in ([], [[]])


def test_paths_begin_at_the_root_of_the_repository(
    workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(workplace.parent))
    found = json.loads(said(capsys, "--format", "json"))["problems"]
    assert {each["path"].split("/")[0] for each in found} == {workplace.name}
    monkeypatch.delenv("GITHUB_WORKSPACE")
    (workplace / "lain").mkdir()
    monkeypatch.chdir(workplace / "lain")
    found = json.loads(said(capsys, "../data", "--format", "json"))["problems"]
    assert all(each["path"].startswith(f"{workplace.resolve()}/data/") for each in found)
