"""The forms for staff in Chromium: what they write is sound, and only what was changed differs.

The folder that staff would choose lies in the browser's own file system, which has the same
interface; nothing leaves the machine.
"""

import difflib
import json
import re
import shutil
import sys
from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jsonschema_rs
import pytest
from playwright.sync_api import Browser, ElementHandle, Locator, Page, expect

from browsing import served
from budgets import thorough
from conftest import MINIATURE, TODAY, at_length, once_a_run
from pendopo.commands import main
from pendopo.forms.packages import fetched, unpacked
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from pendopo.reading.folder import scan
from places import site_of

ARCHIVES = Path(sys.prefix, "forms")
CITY = "data/agencies/kota-contoh"
CHOSEN = """(files) => {
  window.showDirectoryPicker = async () => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of Object.entries(files)) {
      const parts = path.split('/');
      const name = parts.pop();
      let folder = root;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await folder.getFileHandle(name, { create: true });
      const writing = await file.createWritable();
      await writing.write(text);
      await writing.close();
    }
    return root;
  };
}"""
WRITTEN = """async () => {
  const found = {};
  const look = async (folder, path) => {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === 'directory') await look(each, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await each.getFile()).arrayBuffer());
        found[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
    }
  };
  try {
    await look(await navigator.storage.getDirectory(), '');
  } catch (error) {
    // The editor took away a file of its own between its name and its bytes: look again.
    if (error.name === 'NotFoundError') return null;
    throw error;
  }
  return found;
}"""


@pytest.fixture(scope="session")
def forms_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of the tests' government, made once a run."""

    def make(root: Path) -> None:
        root.mkdir()
        data = ["--data", str(MINIATURE), "--repository", "contoh/profil"]
        assert main(["forms", str(root / "kelola"), "--editor", str(ARCHIVES), *data]) == 0
        told = json.loads((root / "kelola/forms.json").read_text())
        told["data"] = "data"
        (root / "kelola/forms.json").write_text(json.dumps(told))

    return once_a_run(tmp_path_factory, "forms", make) / "kelola"


def texts(data: Path) -> dict[str, str]:
    """The records of a data folder, as they lie in a repository."""
    found = (each.path for each in scan(data, KINDS.types).files)
    return {f"data/{path}": (data / path).read_bytes().decode() for path in found}


@dataclass
class Editing:
    """Forms that are open on a folder of files."""

    page: Page
    address: str
    files: dict[str, str]

    def those_in(self, folder: str) -> list[str]:
        """The records of the city in a folder."""
        return sorted(each for each in self.files if each.startswith(f"{CITY}/{folder}/"))

    def open(self, place: str) -> None:
        """Opens a form, and waits until it stands there."""
        self.page.goto(f"{self.address}formulir.html#/collections/{place}")
        self.page.get_by_role("textbox", name="Judul").first.wait_for()

    def field(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=name).and_(self.page.locator(":visible"))

    def preview(self, name: str) -> Locator:
        """What is shown of a field beside the form."""
        parts = self.page.get_by_role("group").filter(has_text=name)
        return parts.filter(has_not=self.page.get_by_role("textbox"))

    def unfold(self, name: str, value: str = "") -> ElementHandle:
        """Opens parts of lists until there is the field or button of this name and value."""
        folded = self.page.locator("button[aria-label=Expand]:not([tabindex]):visible:enabled")
        named = self.field(name).or_(self.page.get_by_role("button", name=name))
        # A part that comes into view brings others, a moment later.
        for _ in range(1200):
            for each in named.element_handles():
                if each.evaluate("e => e.value") == value:
                    return each
            if folded.count():
                folded.first.click()
            self.page.wait_for_timeout(50)
        raise AssertionError(f"No part has {name}.")

    def upload(self, picture: Path, name: str) -> None:
        """Sends a picture from the person's machine, where it is called `name`."""
        self.page.get_by_role("button", name="Browse").first.click()
        dialog = self.page.get_by_role("dialog")
        with self.page.expect_file_chooser() as chooser:
            dialog.get_by_role("button", name="Upload").click()
        sent = {"name": name, "mimeType": "image/jpeg", "buffer": picture.read_bytes()}
        chooser.value.set_files(sent)  # type: ignore[arg-type]
        dialog.get_by_text("Unsaved").wait_for()
        dialog.get_by_role("button", name="Insert").click()
        dialog.wait_for(state="detached")

    def written(self) -> dict[str, bytes]:
        """All files of the folder."""
        for _ in range(50):
            if (found := self.page.evaluate(WRITTEN)) is not None:
                return {path: b64decode(each) for path, each in found.items()}
        raise AssertionError("The editor does not come to rest.")

    def save(self) -> dict[str, str]:
        """Saves, and returns the records that differ from those at first."""
        self.page.get_by_role("button", name="Save").first.click()
        # When all is written, the form gives way to the list that it is of.
        self.page.wait_for_url(re.compile(r"#/collections/[\w-]+$"))
        expect(self.page.get_by_role("textbox", name="Judul")).to_have_count(0)
        return {
            path: each.decode()
            for path, each in self.written().items()
            if path not in self.media() and self.files.get(path) != each.decode()
        }

    def media(self) -> dict[str, bytes]:
        """The files of folders `media`; at first there are none."""
        return {path: each for path, each in self.written().items() if "/media/" in path}


@pytest.fixture
def editing(browser: Browser, forms_folder: Path) -> Iterator[Editing]:
    """The forms of the city of the tests' government, on a folder with its data."""
    context = browser.new_context(viewport={"width": 1280, "height": 16000}, locale="id-ID")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    files = texts(MINIATURE)
    with served(forms_folder) as address:
        # Whatever the editor would load from elsewhere, its page may not.
        page.route(lambda url: not url.startswith(address), lambda route: route.abort())
        page.goto(f"{address}formulir.html?instansi=kota-contoh")
        page.evaluate(CHOSEN, files)
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_text("Berita", exact=True).first.wait_for()
        yield Editing(page, address, files)
        context.close()
    assert errors == []


def sound(
    written: Mapping[str, str], folder: Path, media: Mapping[str, bytes] = MappingProxyType({})
) -> None:
    """The data with what was written have no fault."""
    shutil.copytree(MINIATURE, folder)
    contents = {path: text.encode() for path, text in written.items()} | dict(media)
    for path, content in contents.items():
        (folder / path.removeprefix("data/")).write_bytes(content)
    _, problems = site_of(folder, TODAY)
    assert [each.place() + each.code for each in faults(problems)] == []


def changed(before: str, after: str) -> list[str]:
    """The lines that differ, as a review shows them."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [each for each in lines if not re.match(r"---|\+\+\+|@@", each)]


@at_length
def test_an_article_that_is_changed_differs_in_the_lines_that_say_so(
    editing: Editing, tmp_path: Path
) -> None:
    path = next(each for each in editing.those_in("news") if each.endswith(".yml"))
    editing.open(f"article/entries/{Path(path).stem}")
    assert not editing.page.get_by_role("button", name="Save").first.is_enabled()
    editing.field("Judul").first.fill("Taman kota: pukul 08.00 #buka")
    editing.preview("Judul").get_by_text("Taman kota: pukul 08.00 #buka").wait_for()
    written = editing.save()
    assert written.keys() == {path}
    lines = changed(editing.files[path], written[path])
    assert [each[0] for each in lines] == ["-", "+"]
    assert lines[1] == '+title: "Taman kota: pukul 08.00 #buka"'
    sound(written, tmp_path / "data")
    editing.open(f"article/entries/{Path(path).stem}")
    editing.field("Judul").first.fill("Taman kota dibuka")
    again = editing.save()
    assert changed(editing.files[path], again[path])[1] == "+title: Taman kota dibuka"


@at_length
def test_a_new_article_has_a_name_and_a_text_that_the_checker_takes(
    editing: Editing, tmp_path: Path
) -> None:
    editing.open("article/new")
    editing.field("Judul").first.fill("Rapat: “pangan” & harga")
    editing.page.locator("input[type=date]:visible").nth(1).fill("2026-01-05")
    editing.field("Isi").first.click()
    editing.page.keyboard.type("Isi **baru**.\n\nAlinea dua: ya.")
    written = editing.save()
    assert written == {
        f"{CITY}/news/2026-01-05-rapat-pangan-harga.yml": (
            'title: "Rapat: “pangan” & harga"\n'
            "published: 2026-01-05\n"
            "body: |\n  Isi **baru**.\n\n  Alinea dua: ya.\n"
        )
    }
    sound(written, tmp_path / "data")


@at_length
def test_a_target_of_an_indicator_that_is_changed_differs_in_its_line(
    editing: Editing, tmp_path: Path
) -> None:
    path = editing.those_in("plans")[0]
    editing.open(f"plan/entries/{Path(path).stem}")
    editing.unfold("Nilai", "62,5").fill("63,50")
    written = editing.save()
    before, after = changed(editing.files[path], written[path])
    assert after == before.replace("-", "+", 1).replace('"62,5"', '"63,50"')
    sound(written, tmp_path / "data")


PICTURE = MINIATURE / "agencies/kota-contoh/media/balai.jpg"


@at_length
def test_a_picture_that_is_sent_lies_in_the_folder_of_the_agency(
    editing: Editing, tmp_path: Path
) -> None:
    path = f"{CITY}/news/2026-01-10-air-mati.yml"
    editing.open("article/entries/2026-01-10-air-mati")
    editing.page.get_by_role("checkbox", name=re.compile(r"Add .?Gambar")).click()
    editing.upload(PICTURE, "Foto Rapat (1).JPG")
    editing.field("Teks alternatif").fill("Balai kota pada siang hari")
    written = editing.save()
    assert written.keys() == {path}
    assert changed(editing.files[path], written[path]) == [
        "+picture:",
        "+  file: foto-rapat-1.jpg",
        "+  alt: Balai kota pada siang hari",
    ]
    sent = {f"{CITY}/media/foto-rapat-1.jpg": PICTURE.read_bytes()}
    assert editing.media() == sent
    sound(written, tmp_path / "data", sent)


@at_length
def test_an_article_with_its_text_below_a_head_is_changed_as_any_other(
    editing: Editing, tmp_path: Path
) -> None:
    path = f"{CITY}/news/2025-12-01-kunjungan.md"
    editing.open("article-md/entries/2025-12-01-kunjungan")
    editing.unfold("Browse")
    editing.upload(PICTURE, "tamu.jpg")
    editing.field("Teks alternatif").fill("Dua tamu di pendopo")
    text = editing.field("Isi")
    text.fill(text.input_value().replace('"Kami senang,"', '"Kami senang sekali,"'))
    written = editing.save()
    assert written.keys() == {path}
    assert changed(editing.files[path], written[path]) == [
        "+  file: tamu.jpg",
        "+  alt: Dua tamu di pendopo",
        '-"Kami senang," kata tamu.',
        '+"Kami senang sekali," kata tamu.',
    ]
    sound(written, tmp_path / "data", editing.media())


@at_length
def test_the_configuration_is_what_the_editor_wants(editing: Editing) -> None:
    archive = fetched(ARCHIVES)["@sveltia/cms"]

    def wanted(path: str) -> str:
        return path if path == "schema/sveltia-cms.json" else ""

    schema = json.loads(unpacked(archive, wanted)["schema/sveltia-cms.json"])
    config: Any = editing.page.evaluate("window.pendopo")
    assert [*jsonschema_rs.validator_for(schema).iter_errors(config)] == []
    folders = [each["folder"] for each in config["collections"] if "folder" in each]
    assert f"{CITY}/news" in folders
    assert all(each.startswith(f"{CITY}/") for each in folders)
    assert config["backend"]["auth_methods"] == ["token"]
    assert config["publish_mode"] == "editorial_workflow"
    # One folder for what is sent, of which no collection and no field names another.
    assert config["media_folder"] == f"/{CITY}/media"
    assert "media_folder" not in json.dumps(config["collections"])


# The scripts by themselves

EDITED = """async ({ address, files, types, every }) => {
  let count = 0;
  const { read, renewed, compose } = await import(`${address}text.js`);
  const { recordToForm, recordToFile, equal } = await import(`${address}records.js`);
  const leaves = (value, path = []) => typeof value === 'string' ? [path]
    : Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
  const beside = (text, other) => {
    const lines = new Set(other.split('\\n'));
    return text.split('\\n').filter((line) => !lines.has(line)).length;
  };
  const refused = (form, fields) => fields.flatMap((field) => {
    const { pattern } = field.field ?? field;
    return [form?.[field.name] ?? []].flat().flatMap((each) => {
      if (field.fields) return refused(each, field.fields);
      return pattern && !new RegExp(pattern[0]).test(each) ? [`${field.name}: ${each}`] : [];
    });
  });
  const wrong = [];
  for (const [path, { type, text }] of Object.entries(files)) {
    const fields = types[type];
    const meant = (record) => recordToFile(recordToForm(record, fields, '/m'), fields, record);
    const said = meant(read(text));
    const note = (what) => wrong.push(`${path}: ${what}`);
    refused(recordToForm(read(text), fields, '/m'), fields).forEach(note);
    if (renewed(text, meant, said) !== text) note('changed by nothing');
    if (!equal(meant(read(compose(said))), said)) note('composed otherwise');
    for (const leaf of leaves(said)) {
      count += 1;
      if (count % every) continue;
      const last = leaf.at(-1);
      const inner = (value) => leaf.slice(0, -1).reduce((whole, key) => whole[key], value);
      const fewer = structuredClone(said);
      if (Array.isArray(inner(fewer))) inner(fewer).splice(last, 1);
      else delete inner(fewer)[last];
      if (equal(meant(fewer), fewer)) {
        const cut = renewed(text, meant, fewer);
        const back = renewed(cut, meant, said);
        if (!equal(meant(read(cut)), fewer)) note(`${leaf} stays`);
        if (!equal(meant(read(back)), said)) note(`${leaf} does not come back`);
        if (beside(cut, text) > 1) note(`without ${leaf} other lines change`);
        if (beside(cut, back) > 1) note(`with ${leaf} again other lines change`);
      }
      const value = structuredClone(said);
      const part = inner(value);
      part[last] += part[last].includes('\\n') ? '\\nx: #y' : " x: 'y' #z";
      if (!equal(meant(value), value)) continue;
      const made = renewed(text, meant, value);
      if (!equal(meant(read(made)), value)) note(`${leaf} is lost`);
      if (beside(made, text) > 1) note(`${leaf} changes ${beside(made, text)} lines`);
    }
  }
  return wrong;
}"""


def test_every_text_of_a_record_can_be_changed_and_removed_within_its_lines(
    browser: Browser, forms_folder: Path
) -> None:
    told = json.loads((forms_folder / "forms.json").read_text())
    types = {each["name"]: each["fields"] for each in told["types"]}
    files = {
        each.path: {"type": each.type.name, "text": (MINIATURE / each.path).read_bytes().decode()}
        for each in scan(MINIATURE, KINDS.types).files
        if each.path.endswith(".yml") and "/kabar-" not in each.path
    }
    with served(forms_folder) as address:
        page = browser.new_context().new_page()
        every = 1 if thorough() else 29
        given = {"address": address, "files": files, "types": types, "every": every}
        # A page without a policy of its own, into which the scripts can be loaded.
        page.goto(f"{address}kelola.css")
        assert page.evaluate(EDITED, given) == []
        page.context.close()


PARTED = """async ({ address, texts }) => {
  const { parted, joined } = await import(`${address}text.js`);
  return texts.map((text) => {
    const parts = parted(text);
    return [parts.head, parts.body, joined(parts, parts.head, parts.body)];
  });
}"""


def test_what_stands_around_a_head_and_a_text_stays(browser: Browser, forms_folder: Path) -> None:
    heads = ("", "title: Rapat\n", "title: Rapat\n\n", "a: |\n  ----\nb: c\n")
    bodies = ("Satu.", "- Satu\n- Dua\n\n---\n\nTiga", "    kode")
    texts = [
        (f"{opening}{head}{closing}{body}{end}", head, body)
        for opening in ("---\n", "--- \n")
        for closing in ("---\n", "---\n\n", "---  \n \n\n")
        for end in ("", "\n", "\n\n")
        for head in heads
        for body in bodies
    ]
    with served(forms_folder) as address:
        page = browser.new_context().new_page()
        page.goto(f"{address}kelola.css")
        given = {"address": address, "texts": [each[0] for each in texts]}
        found = page.evaluate(PARTED, given)
        page.context.close()
    assert found == [[head, body, text] for text, head, body in texts]
