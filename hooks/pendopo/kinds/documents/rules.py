"""Rules that check documents."""

from collections.abc import Collection, Iterator, Mapping

from pendopo.government.agency import Agency
from pendopo.government.directory import Directory
from pendopo.kinds.documents.record import (
    DOCUMENT,
    EXCLUDED,
    Document,
    DocumentRecord,
    Exclusion,
)
from pendopo.kinds.documents.relations import RELATIONS, document_at, located, named
from pendopo.kinds.structure.named_units import unknown_units
from pendopo.problems.nearest import Names
from pendopo.problems.problem import Problem
from pendopo.reading.finding import Finding

REGULATIONS = ("peraturan", "keputusan", "instruksi", "surat-edaran")


def document_rules(document: DocumentRecord) -> Iterator[Finding]:
    """Check one document with all rules that need nothing else."""
    yield from _readable(document)
    yield from _regulation(document)
    yield from _days(document)
    if document.category == EXCLUDED:
        yield from _excluded(document)
    elif document.exclusion:
        yield Finding(("exclusion",), "document-exclusion", on_key=True)


def _readable(document: DocumentRecord) -> Iterator[Finding]:
    """A document is either here or elsewhere, unless it is on paper alone or excluded.

    One that is a PDF has a summary, which is shown to those who cannot read the file.
    """
    if document.file and document.url:
        yield Finding(("url",), "document-twice", on_key=True)
    elif not (document.file or document.url or _unpublished(document)):
        yield Finding((), "document-nowhere")
    if document.file and document.file.lower().endswith(".pdf") and not document.summary:
        yield Finding(("file",), "document-summary", rests_on="summary")


def _unpublished(document: DocumentRecord) -> bool:
    """Whether the document may not be read, or can be read on paper alone."""
    return document.category == EXCLUDED or document.form == ("cetak",)


def _regulation(document: DocumentRecord) -> Iterator[Finding]:
    """A regulation says its kind, number and year; nothing else does."""
    if document.type == "peraturan" and not document.regulation:
        yield Finding(("type",), "document-regulation", rests_on="regulation")
    if document.regulation and document.type not in REGULATIONS:
        yield Finding(
            ("regulation",), "document-no-regulation", {"value": document.type}, on_key=True
        )
    if document.regulation and document.number:
        yield Finding(("number",), "document-number", on_key=True)


def _days(document: DocumentRecord) -> Iterator[Finding]:
    """A document is not published before its day, nor checked before that."""
    first = document.day
    for name, day in (("published", document.published), ("updated", document.updated)):
        if first and day and day < first:
            yield Finding((name,), "document-early", {"value": day, "first": first})


def _excluded(document: DocumentRecord) -> Iterator[Finding]:
    """An excluded document says why, and can be read nowhere."""
    if document.file:
        yield Finding(("file",), "document-secret-file", {"value": document.file}, on_key=True)
    if document.url:
        yield Finding(("url",), "document-secret-url", on_key=True)
    if not document.exclusion:
        yield Finding(("category",), "document-ground", rests_on="exclusion")
    else:
        yield from _term(document.exclusion)


def _term(exclusion: Exclusion) -> Iterator[Finding]:
    """An exclusion does not end before the test on which it rests."""
    if exclusion.until and exclusion.until < exclusion.test_day:
        values = {"value": exclusion.until, "first": exclusion.test_day}
        yield Finding(("exclusion", "until"), "document-term", values)


def document_link_rules(
    agency: Agency, directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """Check an agency's documents with all rules that involve other documents."""
    known: dict[str, Names] = {}
    revoked = _revoked(agency, directory)
    entries = agency.records(DOCUMENT)
    yield from unknown_units(agency, ((each, each.brief.unit) for each in entries))
    for entry in entries:
        yield from _known(agency, entry, directory, paths, known)
        yield from _in_force(entry, revoked)


def _known(
    agency: Agency,
    entry: Document,
    directory: Directory,
    paths: Collection[str],
    known: dict[str, Names],
) -> Iterator[Problem]:
    """What a document changes or revokes is another document, and never leads back to itself."""
    circular = directory.fact(RELATIONS).circular
    for deed, index, reference in named(entry):
        location = (deed, index)
        place, name = located(agency.id, reference)
        other = document_at(directory, agency.id, reference)
        if other is entry:
            yield entry.problem(location, "document-itself", value=reference)
        elif other:
            if (entry.agency, entry.name) in circular and (place, name) in circular:
                yield entry.problem(location, "document-circle", value=reference)
        elif DOCUMENT.path(place, name) not in paths:
            if place not in known:
                known[place] = _names(agency, directory, place)
            yield _unknown(entry, location, reference, known[place].nearest(reference))


def _names(agency: Agency, directory: Directory, place: str) -> Names:
    """Return the references to an agency's documents; without that agency, the ids of near ones."""
    found = directory.agencies.get(place)
    if found is None:
        return Names(each.id for each in (agency, *directory.above(agency)))
    prefix = "" if found is agency else f"{place}/"
    return Names(f"{prefix}{each.name}" for each in found.records(DOCUMENT))


def _unknown(entry: Document, location: tuple[str, int], reference: str, near: str) -> Problem:
    if near:
        values = {"value": reference, "nearest": near}
        return entry.problem(location, "document-unknown-nearest", **values)
    return entry.problem(location, "document-unknown", value=reference)


def _revoked(agency: Agency, directory: Directory) -> dict[str, str]:
    """Return the titles of what revokes documents of `agency`, by the names of these."""
    relations = directory.fact(RELATIONS).of.get(agency.id, ())
    return {
        each.of.name: each.by.title
        for each in relations
        if each.deed == "revokes" and each.of.agency == agency.id
    }


def _in_force(entry: Document, revoked: Mapping[str, str]) -> Iterator[Problem]:
    """A regulation that another one revokes does not say that it is in force."""
    if entry.name in revoked and entry.brief.force in ("berlaku", "diubah"):
        yield entry.problem(("regulation",), "document-revoked", True, value=revoked[entry.name])
