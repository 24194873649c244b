"""Documents to download: programs, remote parts, bombs, and what they tell of their writers."""

import tracemalloc
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.reading import downloads
from pendopo.reading.downloads import DOCUMENTS, MOST_MEMBERS, PACKED, fault, traces

ODT = DOCUMENTS[".odt"]


def archive(members: dict[str, bytes | str], method: int = ZIP_DEFLATED) -> bytes:
    found = BytesIO()
    with ZipFile(found, "w", method) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return found.getvalue()


def office(suffix: str, **more: bytes | str) -> bytes:
    """A document with the members that it needs, and more; `__` stands for `/`, `_` for a dot."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in more.items()}
    kind = {"mimetype": DOCUMENTS[suffix]} if suffix.startswith(".od") else {}
    return archive({**kind, PACKED[suffix]: "<a/>", **named})


def with_member(suffix: str, name: str, text: bytes | str = "") -> bytes:
    kind = {"mimetype": DOCUMENTS[suffix]} if suffix.startswith(".od") else {}
    return archive({**kind, PACKED[suffix]: "<a/>", name: text})


@pytest.mark.parametrize("suffix", PACKED)
def test_a_plain_document_is_sound_and_tells_nothing(suffix: str) -> None:
    assert fault(office(suffix), suffix) == ""
    assert traces(office(suffix), suffix) == []


TYPES, HEADER = "[Content_Types].xml", "word/header1.xml"
RELS = "word/_rels/settings.xml.rels"
EXTERNAL = 'Target="http://contoh.example/a.dotm" TargetMode="External"'


def related(kind: str, mode: str = EXTERNAL) -> str:
    return f'<Relationships><Relationship Id="a" Type="http://x/{kind}" {mode}/></Relationships>'


@pytest.mark.parametrize(
    ("suffix", "name", "text", "code"),
    [
        (".docx", "word/vbaProject.bin", "", "media-macros"),
        (".docx", "word/VBAPROJECT.BIN", "", "media-macros"),
        (".docx", "word/vbaData.xml", "", "media-macros"),
        (".docx", "word/activeX/activeX1.bin", "", "media-macros"),
        (".xlsx", "xl/macrosheets/sheet1.xml", "", "media-macros"),
        (".odt", "Basic/Standard/Module1.xml", "", "media-macros"),
        (".odt", "Scripts/python/a.py", "", "media-macros"),
        (".odt", "scripts/javascript/a.js", "", "media-macros"),
        (".ods", "Object 1/Basic/a.xml", "", "media-macros"),
        # Renamed, but its type says what it is.
        (".docx", TYPES, "<a t='application/vnd.ms-office.vbaProject'/>", "media-macros"),
        (".docx", TYPES, "<a t='x.macroEnabled.main+xml'/>", "media-macros"),
        (".docx", TYPES, "<a t='vnd.ms-office.vba&#80;roject'/>", "media-macros"),
        (".docx", TYPES, "<a t='x.vbaProject'/>".encode("utf-16"), "media-macros"),
        # Programs that run without a macro.
        (".docx", HEADER, "<w:instrText>DDEAUTO c:\\\\cmd</w:instrText>", "media-macros"),
        (".docx", HEADER, "<w:instrText>DD<", "") ,
        (".docx", HEADER, "<w:instrText>DD<b/><w:instrText>E a<", "media-macros"),
        (".docx", HEADER, '<w:fldSimple w:instr=" DDE a"/>', "media-macros"),
        (".docx", HEADER, "<w:instrText> PAGE </w:instrText>", ""),
        (".xlsx", "xl/externalLinks/externalLink1.xml", "<ddeLink a='cmd'/>", "media-macros"),
        (".ods", "content2.xml", "<office:dde-source office:dde-item='a'/>", "media-macros"),
        (".odt", "styles.xml", "<script:event-listener/>", "media-macros"),
        # Parts that are loaded on opening; a link that is followed by hand is none.
        (".docx", RELS, related("attachedTemplate"), "media-remote"),
        (".docx", RELS, related("image"), "media-remote"),
        (".docx", RELS, related("hyperlink"), ""),
        (".docx", RELS, related("image", 'Target="media/a.png"'), ""),
        (".docx", "word/notes.xml", "Kata DDE dan vbaProject dalam naskah.", ""),
    ],
)  # fmt: skip
def test_what_runs_a_program_or_loads_from_elsewhere_is_refused(
    suffix: str, name: str, text: bytes | str, code: str
) -> None:
    assert fault(with_member(suffix, name, text), suffix) == code


def pdf(*objects: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(objects) + b"\n%%EOF\n"


def stream(content: bytes, kind: bytes = b"/Type /ObjStm /N 1 /First 4") -> bytes:
    packed = zlib.compress(content)
    head = b"1 0 obj << %s /Filter /FlateDecode /Length %d >> stream\r\n" % (kind, len(packed))
    return head + packed + b"\nendstream endobj"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (pdf(b"1 0 obj << /S /GoTo >> endobj"), ""),
        (pdf(b"1 0 obj << /S /JavaScript /JS (a) >> endobj"), "media-macros"),
        (pdf(b"1 0 obj << /S /J#61vaScript >> endobj"), "media-macros"),
        (pdf(b"1 0 obj << /S /Launch /F (cmd) >> endobj"), "media-macros"),
        (pdf(b"1 0 obj << /LaunchPad 1 >> endobj"), ""),
        (pdf(stream(b"1 0 << /S /JavaScript >>")), "media-macros"),
        (pdf(stream(b"1 0 << /Type /Page >>"), stream(b"1 0 << /S /Launch >>")), "media-macros"),
        (pdf(stream(bytes(101 * 1024 * 1024))), "media-unpacked"),
        (pdf(b"<< /Type /ObjStm >> stream\nno deflate\nendstream"), ""),
        (pdf(b"<< /Type /ObjStm >> stream\nno end"), ""),
        (b"%PDF-1.7\n" + b"/ObjStm" * 60_000, "media-document"),
        (b"\n%PDF-1.7", "media-document"),
    ],
)  # fmt: skip
def test_a_pdf_holds_no_program(content: bytes, code: str) -> None:
    assert fault(content, ".pdf") == code


def test_nothing_is_unpacked_without_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_UNPACKED", 1_000_000)
    bomb = archive({"mimetype": bytes(30_000_000), "content.xml": "<a/>"})
    whole = archive({"mimetype": ODT, "content.xml": bytes(1_000_001)})
    assert len(bomb) < 100_000
    tracemalloc.start()
    assert fault(bomb, ".odt") == "media-unpacked"
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    assert fault(whole, ".odt") == "media-unpacked"


def test_an_archive_of_too_many_members_is_not_opened() -> None:
    names = {f"word/{number}.bin": "" for number in range(MOST_MEMBERS + 1)}
    made = archive({"word/document.xml": "<a/>", **names}, ZIP_STORED)
    assert fault(made, ".docx") == "media-document"


@tries(200)
@given(st.sampled_from([ZIP_DEFLATED, ZIP_LZMA, ZIP_BZIP2]), st.data())
def test_a_damaged_archive_is_a_problem_and_no_exception(method: int, data: st.DataObject) -> None:
    made = bytearray(archive({"mimetype": ODT, "content.xml": "<a>b</a>" * 20}, method))
    for _ in range(data.draw(st.integers(1, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    code = fault(bytes(made), ".odt")
    assert code in ("", "media-document", "media-unpacked", "media-macros")
    if not code:
        assert traces(bytes(made), ".odt") == []


CORE = "<cp:coreProperties><dc:creator>{}</dc:creator></cp:coreProperties>"


@pytest.mark.parametrize(
    ("suffix", "content", "told"),
    [
        (".docx", with_member(".docx", "docProps/core.xml", CORE.format("Budi")), ["media-author"]),
        (".docx", with_member(".docx", "docProps/core.xml", CORE.format(" ")), []),
        (".docx", with_member(".docx", "word/a.xml", "<w:comment w:id='1'/>"), ["media-changes"]),
        (".docx", with_member(".docx", "word/a.xml", "<w:ins w:id='1'/>"), ["media-changes"]),
        (".docx", with_member(".docx", "word/a.xml", "<w:instrText>PAGE</w:instrText>"), []),
        (".odt", with_member(".odt", "meta.xml", "<meta:initial-creator>Budi<"), ["media-author"]),
        (".odt", with_member(".odt", "a.xml", "<text:tracked-changes>"), ["media-changes"]),
        (".pdf", pdf(b"<< /Author (Budi) >>"), ["media-author"]),
        (".pdf", pdf(b"<< /Author <FEFF0042> >>"), ["media-author"]),
        (".pdf", pdf(b"<< /Author () >>"), []),
        (".pdf", pdf(stream(b"<< /Author (Budi) >>")), ["media-author"]),
        (".pdf", pdf(b"<< /Root 1 0 R /Encrypt 5 0 R >>"), ["media-encrypted"]),
        (".pdf", pdf(b"<< /Encrypt << /Filter /Standard >> >>"), ["media-encrypted"]),
        (".pdf", pdf(b"(Kata /Encrypt dalam teks)"), []),
        (".csv", b"dc:creator;Budi", []),
    ],
)  # fmt: skip
def test_what_a_document_tells_of_its_writers_or_hides_is_told(
    suffix: str, content: bytes, told: list[str]
) -> None:
    assert fault(content, suffix) == ""
    assert traces(content, suffix) == told
