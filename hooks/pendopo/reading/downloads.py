"""Examines documents that visitors will download.

Are they what their name says, do they hold a program or load something from elsewhere, and do they
tell who wrote them? Nothing is unpacked without a limit, and any exception of a decoder means that
the file is damaged. PDF files are searched as bytes: a reader that follows their objects could be
made to read far more than there is.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile

PACKED = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".pptx": "ppt/presentation.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
    ".odp": "content.xml",
}
"""Document formats that are ZIP archives, and the member that each must contain."""
DOCUMENTS = {".pdf": "application/pdf", ".csv": "text/csv"} | {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}
MEGABYTE = 1024 * 1024
REFERENCE = re.compile(rb"&#(?:x0*([0-9A-Fa-f]{1,6})|0*([0-9]{1,7}));")
"""A character of XML written as its number, as nobody writes a letter but to hide a word."""
MOST_MEMBERS = 5_000
MOST_UNPACKED = 100 * MEGABYTE
"""Bytes that all examined members of an archive, or all streams of a PDF, may have together."""
LARGEST_RELATIONS = 4 * MEGABYTE
LONGEST_TYPE = 100
MEMBER = b"PK\x01\x02"
"""Begins each entry of an archive's directory."""
PROGRAM_NAMES = re.compile(
    r"(?:.*/)?vba[^/]*\.(?:bin|xml)|basic/.*|scripts/.*|xl/(?:macrosheets|dialogsheets)/.*"
    r"|(?:.*/)?activex/.*|object[^/]*/(?:basic|scripts)/.*",
    re.IGNORECASE,
)
PROGRAM_TYPES = re.compile(
    rb"vbaProject|macroEnabled|macrosheet|activeX|vnd\.ms-office\.vba", re.IGNORECASE
)
"""Content types of members that hold programs, whatever the members are called."""
FIELDS = re.compile(rb"<w:instrText\b[^>]*>([^<]*)<|\bw:instr\s*=\s*[\"']([^\"']*)[\"']")
DDE = re.compile(rb"\bDDE(?:AUTO)?\b", re.IGNORECASE)
LIVE_MARKUP = re.compile(
    rb"<(?:\w+:)?(?:ddeLink|dde-source|dde-connection|dde-connection-decl|event-listener)\b"
)
"""Links that run a program, and events that run a macro."""
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
EXTERNAL = re.compile(rb"\bTargetMode\s*=\s*[\"']External", re.IGNORECASE)
FROM_ELSEWHERE = re.compile(
    rb"\bType\s*=\s*[\"'][^\"']*/(?:attachedTemplate|oleObject|frame|subDocument|image)[\"']"
)
"""Kinds of external parts that a program loads when it opens the document."""
UNSEARCHED = re.compile(r"xl/(?:worksheets/|sharedStrings)", re.IGNORECASE)
"""Members that hold the cells of a table: large, and without links of their own."""
OBJECTS = b"/ObjStm"
"""Stands in the dictionary of a stream that holds objects of a PDF file."""
MOST_STREAMS = 50_000
LONGEST_DICTIONARY = 2_000
PDF_PROGRAM = re.compile(rb"/(?:JavaScript|Launch)(?![A-Za-z0-9])")
"""Kinds of actions that run a program."""
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
AUTHOR = re.compile(rb"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator)\b[^>]*>\s*[^<\s]")
PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(\s*[^)\s]|<\s*[0-9A-Fa-f])")
ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)")
CHANGES = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo)\s|<text:tracked-changes\b|<(?:w:comment|office:annotation)\b"
)


class UnsoundError(Exception):
    """The content is not that of a document of this kind; `code` is the problem."""

    def __init__(self, code: str = "media-document") -> None:
        super().__init__(code)
        self.code = code


def fault(content: bytes, suffix: str) -> str:
    """Return the code of the problem of a document; empty if it may be published."""
    try:
        _examine(content, suffix)
    except UnsoundError as unsound:
        return unsound.code
    except Exception:  # decoders raise all kinds of exceptions for damaged files
        return "media-document"
    return ""


def traces(content: bytes, suffix: str) -> list[str]:
    """Return the codes of what its publisher should know of a sound document.

    It may tell who wrote or changed it, or be encrypted, so that its objects cannot be looked at.
    """
    if suffix == ".csv":
        return []
    if suffix == ".pdf":
        found = {"media-author"} if any(map(PDF_AUTHOR.search, _of_pdf(content))) else set()
        return sorted(found | ({"media-encrypted"} if ENCRYPTED.search(content) else set()))
    found = set()
    with ZipFile(BytesIO(content)) as archive:
        for name, text in _texts(archive):
            if name.lower() in ("docprops/core.xml", "meta.xml") and AUTHOR.search(text):
                found.add("media-author")
            if CHANGES.search(text):
                found.add("media-changes")
    return sorted(found)


def _examine(content: bytes, suffix: str) -> None:
    match suffix:
        case ".pdf":
            if not content.startswith(b"%PDF-"):
                raise UnsoundError
            if any(map(PDF_PROGRAM.search, _of_pdf(content))):
                raise UnsoundError("media-macros")
        case ".csv":
            if "\0" in content.decode("utf-8-sig"):
                raise UnsoundError
        case _:
            _examine_archive(content, suffix)


def _examine_archive(content: bytes, suffix: str) -> None:
    if content.count(MEMBER) > MOST_MEMBERS:
        raise UnsoundError
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        if PACKED[suffix] not in names:
            raise UnsoundError
        if suffix.startswith(".od"):
            kind = _member(archive, "mimetype", LONGEST_TYPE)
            if kind.decode("ascii") != DOCUMENTS[suffix]:
                raise UnsoundError
        if any(map(PROGRAM_NAMES.fullmatch, names)):
            raise UnsoundError("media-macros")
        for name, text in _texts(archive):
            _examine_member(name.lower(), text)


def _examine_member(name: str, text: bytes) -> None:
    types = name in ("[content_types].xml", "meta-inf/manifest.xml")
    if types and PROGRAM_TYPES.search(text):
        raise UnsoundError("media-macros")
    instructions = b"".join(one or two for one, two in FIELDS.findall(text))
    if DDE.search(instructions) or LIVE_MARKUP.search(text):
        raise UnsoundError("media-macros")
    if name.endswith(".rels") and any(_loads_from_elsewhere(text)):
        raise UnsoundError("media-remote")


def _loads_from_elsewhere(relations: bytes) -> Iterator[bool]:
    for each in RELATION.findall(relations):
        yield bool(EXTERNAL.search(each) and FROM_ELSEWHERE.search(each))


def _texts(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """Yield the members that hold markup, with their text in an encoding that extends ASCII."""
    room = MOST_UNPACKED
    for each in archive.namelist():
        if each.lower().endswith((".xml", ".rels", ".vml")) and not UNSEARCHED.match(each):
            limit = LARGEST_RELATIONS if each.lower().endswith(".rels") else MOST_UNPACKED
            text = _member(archive, each, min(room, limit))
            room -= len(text)
            yield each, _plain(text)


def _member(archive: ZipFile, name: str, limit: int) -> bytes:
    """Return the content of a member. Raises `UnsoundError` if it has more than `limit` bytes."""
    with archive.open(name) as member:
        text = member.read(limit + 1)
    if len(text) > limit:
        raise UnsoundError("media-unpacked")
    return text


def _plain(text: bytes) -> bytes:
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text.decode("utf-16").encode()
    return REFERENCE.sub(_character, text) if b"&#" in text else text


def _character(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16) if found[1] else int(found[2])
    return bytes([code]) if code < 128 else found[0]


def _of_pdf(content: bytes) -> Iterator[bytes]:
    """Yield a PDF file, then its compressed objects, with the escapes of names resolved."""
    if content.count(OBJECTS) > MOST_STREAMS:
        raise UnsoundError
    yield _unescaped(content)
    room = MOST_UNPACKED
    for stream in _object_streams(content):
        unpacked = _inflated(stream, room)
        room -= len(unpacked)
        yield _unescaped(unpacked)


def _object_streams(content: bytes) -> Iterator[bytes]:
    place = content.find(OBJECTS)
    while place >= 0:
        place += len(OBJECTS)
        start = content.find(b"stream", place, place + LONGEST_DICTIONARY)
        end = content.find(b"endstream", place)
        if end < 0:
            return
        if start >= 0:
            yield content[start + len(b"stream") : end].lstrip(b"\r\n")
        place = content.find(OBJECTS, place)


def _inflated(stream: bytes, room: int) -> bytes:
    """Return a deflated stream; empty if it is none. Raises `UnsoundError` if it is too long."""
    try:
        unpacked = zlib.decompressobj().decompress(stream, room + 1)
    except zlib.error:
        return b""
    if len(unpacked) > room:
        raise UnsoundError("media-unpacked")
    return unpacked


def _unescaped(text: bytes) -> bytes:
    """Resolve the escapes of PDF names: `/J#53` is `/JS`."""
    decode: Callable[[re.Match[bytes]], bytes] = lambda found: bytes([int(found[1], 16)])  # noqa: E731
    return ESCAPED.sub(decode, text) if b"#" in text else text
