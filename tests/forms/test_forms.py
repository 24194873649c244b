"""The forms for staff, without a browser: what is told of each field, and what is fetched."""

import hashlib
import io
import json
import re
import sys
import tarfile
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import BaseModel

import pendopo.forms.packages as fetching
from conftest import ROOT
from pendopo.commands import main
from pendopo.forms.configuration import TITLES, Forms, first_day
from pendopo.forms.packages import FetchError, Package, fetched, packages, unpacked
from pendopo.forms.widgets import (
    DAY,
    DOCUMENT,
    FLAG,
    KEY,
    LEFT_OUT,
    LINE,
    LINES,
    PICTURE,
    PROSE,
    STATEMENT,
    Widgets,
)
from pendopo.kinds.registry import KINDS
from pendopo.reading.fields import Line, Year
from pendopo.reading.shapes import fields, parts_in
from pendopo.site.planning import Site

ARCHIVES = Path(sys.prefix, "forms")
"""What `make` has fetched for the tests."""


@pytest.fixture(scope="module")
def told(miniature: Site) -> Mapping[str, Any]:
    """The configuration of the forms of the tests' government, as the scripts read it."""
    directory = miniature.context.directory
    whole: Mapping[str, Any] = json.loads(
        json.dumps(Forms(directory, "data", "contoh/profil").configuration)
    )
    return whole


def paths_in_model(model: type[BaseModel], *before: str) -> Iterator[tuple[str, ...]]:
    """The keys of a model at any depth."""
    for each in fields(model):
        yield (*before, each.key)
        for part in parts_in(each.shape) if each.key not in LEFT_OUT else ():
            yield from paths_in_model(part.model, *before, each.key)


def paths_in_form(fields: list[Any], *before: str) -> Iterator[tuple[str, ...]]:
    for each in fields:
        if each["name"] != KEY:
            yield (*before, each["name"])
        yield from paths_in_form(each.get("fields", []), *before, each["name"])


def test_a_form_has_every_key_of_its_model_but_those_that_are_left_out(
    told: Mapping[str, Any],
) -> None:
    forms = {each["name"]: {*paths_in_form(each["fields"])} for each in told["types"]}
    assert forms.keys() == {each.name for each in KINDS.types}
    for each in KINDS.types:
        wanted = {path for path in paths_in_model(each.model) if path[-1] not in LEFT_OUT}
        found = forms[each.name]
        assert wanted - found == set(), each.name
        # The value of a mapping of texts has a name in the form alone.
        assert {path for path in found - wanted if path[-1] != "value"} == set(), each.name


def test_only_former_names_are_left_out() -> None:
    assert {"formerly"} == LEFT_OUT


def test_every_kind_has_a_title_and_the_words_of_the_forms_are_indonesian(
    told: Mapping[str, Any],
) -> None:
    assert TITLES.keys() == {each.name for each in KINDS}
    titles = {each["name"]: each["label"] for each in told["types"]}
    assert titles["article"] == "Berita"
    assert titles["official"] == "Pejabat"


def field(told: Mapping[str, Any], kind: str, *path: str) -> Any:
    fields = next(each["fields"] for each in told["types"] if each["name"] == kind)
    found: Any = None
    for name in path:
        found = next(each for each in fields if each["name"] == name)
        fields = found.get("fields", [])
    return found


def test_fields_are_told_in_the_words_of_the_drafts(told: Mapping[str, Any]) -> None:
    title = field(told, "article", "title")
    assert title["label"] == "Judul"
    assert title["required"]
    assert title["hint"] == "Contoh: Sekretariat Jenderal DPR RI Kunjungi Binjai"
    assert field(told, "article", "topics")["hint"] == "Topik dari topics.yml."
    mission = field(told, "plan", "goals", "statements", "mission")
    assert mission["hint"].startswith("Nomor misi yang didukung")


def test_values_have_the_widgets_that_fit_them(told: Mapping[str, Any]) -> None:
    assert field(told, "article", "published")["format"] == "YYYY-MM-DD"
    assert field(told, "article", "body")["widget"] == "markdown"
    assert field(told, "article", "featured")["widget"] == "boolean"
    assert field(told, "article", "picture", "file")["widget"] == "image"
    assert field(told, "article", "documents", "file")["widget"] == "file"
    assert field(told, "article", "picture", "file")["accept"] == ".jpg,.jpeg,.png,.webp"
    assert ".odt" in field(told, "article", "documents", "file")["accept"]
    assert not field(told, "article", "picture")["required"]
    code = field(told, "agency", "region_code")
    assert code["pattern"][0].startswith(r"^\s*(?:\d\d(")
    assert code["pattern"][1].startswith("Tulis dengan titik, misalnya 12.75")
    phone = field(told, "agency", "phones", "number")["pattern"]
    assert re.search(phone[0], "061-8821234")
    assert not re.search(phone[0], "061-8821234 (Humas)")
    actuals = field(told, "plan", "goals", "statements", "indicators", "actuals", KEY)
    assert re.search(actuals["pattern"][0], "tw ii 2026")
    # What is said of files may not fit forms, where nothing is put in quotes.
    colour = field(told, "agency", "colours", "primary")["pattern"]
    assert colour[1] == "Tulis seperti contohnya, tanpa kata lain."
    polarity = field(told, "plan", "goals", "statements", "indicators", "polarity")
    assert {"value": "higher", "label": "higher (Makin tinggi makin baik)"} in polarity["options"]


def test_texts_that_stand_for_a_part_and_mappings_are_told_to_the_scripts(
    told: Mapping[str, Any],
) -> None:
    assert field(told, "service", "fee")["pendopo"] == {"bare": "amount"}
    assert field(told, "service", "requirements")["pendopo"] == {"bare": "text"}
    assert field(told, "agency", "phones")["pendopo"] == {"bare": "number"}
    targets = field(told, "plan", "goals", "statements", "indicators", "targets")
    assert targets["pendopo"] == {"bare": "value", "keyed": True, "listed": True}
    assert field(told, "agency", "type_names")["pendopo"]["listed"] is False


def test_what_a_field_refers_to_is_chosen_from_a_list(told: Mapping[str, Any]) -> None:
    topics = field(told, "article", "topics")
    assert topics["multiple"]
    assert "Lingkungan" in [each["value"] for each in topics["options"]]
    plans = [each["value"] for each in field(told, "plan", "derives_from")["options"]]
    assert any(each.startswith("kota-contoh/") for each in plans)
    supports = field(told, "plan", "goals", "statements", "supports")
    assert any("#misi-1" in each["value"] for each in supports["options"])
    assert field(told, "survey", "service")["collection"] == "service"


def test_files_are_named_as_their_kind_wants_it(told: Mapping[str, Any]) -> None:
    slugs = {each["name"]: each.get("slug", {}).get("template") for each in told["types"]}
    assert slugs["article"] == "{{fields.published}}-{{fields.title | truncate(60)}}"
    assert slugs["event"] == "{{fields.start.day}}-{{fields.title | truncate(60)}}"
    assert slugs["official"] == "{{fields.name | truncate(60)}}"
    assert first_day("announcements") == "published"
    assert slugs["faq"] is None


def test_an_agency_has_also_what_it_writes_in_another_suffix(told: Mapping[str, Any]) -> None:
    also = {each["id"]: each["also"] for each in told["agencies"]}
    assert ["article", "md"] in also["kota-contoh"]
    assert also["kota-contoh/dinas-arsip"] == []


def test_forms_of_one_agency_have_those_below_it_and_no_others(miniature: Site) -> None:
    forms = Forms(miniature.context.directory, "data", "a/b", only="kota-contoh/dinas-arsip")
    found = [each["id"] for each in forms.configuration["agencies"]]
    assert found
    assert all(f"{each}/".startswith("kota-contoh/dinas-arsip/") for each in found)


def test_a_field_that_no_form_fits_is_an_error() -> None:
    class Model(BaseModel):
        value: Year | tuple[Line, ...]

    with pytest.raises(TypeError, match="No form is known"):
        Widgets(str, {}).of_model(Model)


def widgets_in(given: list[Any]) -> Iterator[Any]:
    for each in given:
        yield each
        inner = [each["field"]] if "field" in each else each.get("fields", [])
        yield from widgets_in(inner)


def test_every_widget_of_texts_is_used(told: Mapping[str, Any]) -> None:
    """Whoever renames the code of a problem is told that a widget hangs on it."""
    used = [each for of_type in told["types"] for each in widgets_in(of_type["fields"])]
    for widget in (LINE, STATEMENT, LINES, FLAG, DAY, PICTURE, DOCUMENT, PROSE):
        assert any(widget.items() <= each.items() for each in used), widget


def test_the_fields_are_as_the_editor_wants_them(told: Mapping[str, Any]) -> None:
    """By the schema of its own that the editor brings along."""
    archive = fetched(ARCHIVES)["@sveltia/cms"]
    (text,) = unpacked(
        archive, lambda path: path * path.endswith("schema/sveltia-cms.json")
    ).values()
    schema = json.loads(text)
    schema["$ref"] = "#/definitions/Field"
    validator = jsonschema_rs.validator_for(schema)
    for each in told["types"]:
        for given in each["fields"]:
            assert validator.is_valid(plain(given)), (each["name"], given["name"])


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != "pendopo"}
    return value


# What is fetched


def archive(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tar:
        for path, content in files.items():
            member = tarfile.TarInfo(f"package/{path}")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return made.getvalue()


def pinned(data: bytes) -> Package:
    digest = b64encode(hashlib.sha512(data).digest()).decode()
    return Package("@a/b", "1.0.0", f"sha512-{digest}")


def test_the_archives_of_the_pins_are_there_and_sound() -> None:
    assert fetched(ARCHIVES).keys() == {each.name for each in packages()}


def test_another_archive_than_the_pinned_one_is_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = archive({"x": b"1"})
    monkeypatch.setattr(fetching, "packages", lambda: [pinned(data)])
    with pytest.raises(FetchError, match="missing"):
        fetched(tmp_path)
    (tmp_path / "a-b-1.0.0.tgz").write_bytes(data)
    assert fetched(tmp_path) == {"@a/b": data}
    (tmp_path / "a-b-1.0.0.tgz").write_bytes(archive({"x": b"2"}))
    with pytest.raises(FetchError, match="other"):
        fetched(tmp_path)


def test_npm_is_asked_where_no_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = archive({"x": b"1"})
    (tmp_path / "made.tgz").write_bytes(data)
    program = tmp_path / "npm"
    program.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncp {tmp_path}/made.tgz a-b-1.0.0.tgz\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(fetching, "packages", lambda: [pinned(data)])
    monkeypatch.setattr(fetching, "npm", lambda: str(program))
    assert fetched(None) == {"@a/b": data}
    assert (tmp_path / "asked").read_text() == "pack @a/b@1.0.0 --ignore-scripts --silent\n"
    program.write_text("#!/bin/sh\necho tidak ada jaringan >&2\nexit 1\n")
    with pytest.raises(FetchError) as caught:
        fetched(None)
    assert caught.value.said == "tidak ada jaringan"


def forms(*arguments: str, data: Path) -> int:
    return main(["forms", *arguments, "--data", str(data)])


def test_the_command_writes_pages_script_and_licences_and_nothing_of_others_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "kelola"
    data = ROOT / "data"
    assert forms(str(folder), "--editor", str(ARCHIVES), data=data) == 0
    found = {each.relative_to(folder).as_posix() for each in folder.rglob("*")}
    assert {"index.html", "formulir.html", "sveltia-cms.mjs", "symbols.woff2"} <= found
    licences = {each for each in found if each.startswith("LICENSE")}
    assert licences == {
        f"LICENSE.{each}.txt" for each in ("sveltia-cms", "yaml", "material-symbols")
    }
    index = (folder / "index.html").read_text()
    assert '<a href="formulir.html?instansi=kota-binjai">' in index
    for page in ("index.html", "formulir.html"):
        text = (folder / page).read_text()
        assert '<meta name="robots" content="noindex, nofollow">' in text
        assert "default-src 'none'" in text
        assert "https://" not in text.replace("https://api.github.com", "").replace(
            "https://avatars.githubusercontent.com", ""
        )
    (folder / "alt.txt").write_text("lama")
    before = (folder / "forms.json").read_bytes()
    assert forms(str(folder), "--editor", str(ARCHIVES), data=data) == 0
    assert not (folder / "alt.txt").exists()
    assert (folder / "forms.json").read_bytes() == before
    assert not [*tmp_path.glob(".*")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--repository", "tanpa-garis"), "PEMILIK/NAMA"),
        (("--agency", "kota-binjay"), "kota-binjai"),
        (("--editor", "tidak-ada"), "npm pack @sveltia/cms@"),
    ],
)
def test_what_the_command_cannot_use_is_told_and_nothing_is_written(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "id")
    assert forms(str(tmp_path / "x"), *arguments, data=ROOT / "data") == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_without_npm_the_command_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "npm", lambda: "")
    assert forms(str(tmp_path / "x"), data=ROOT / "data") == 2
    assert "--editor" in capsys.readouterr().err


def test_a_folder_of_other_files_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "punya.txt").write_text("saya")
    assert forms(str(tmp_path), "--editor", str(ARCHIVES), data=ROOT / "data") == 2
    assert (tmp_path / "punya.txt").read_text() == "saya"
    link = tmp_path / "tautan"
    link.symlink_to(tmp_path)
    assert forms(str(link), "--editor", str(ARCHIVES), data=ROOT / "data") == 2
    assert forms(str(tmp_path / "x"), "--editor", str(ARCHIVES), data=tmp_path / "tidak") == 2
