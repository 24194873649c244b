"""Reads and checks the shares of a build: share.json of each tells what it is, and what it has."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any

from pendopo import __version__
from pendopo.basics.addresses import path
from pendopo.basics.digests import digest
from pendopo.basics.translations import N_
from pendopo.basics.versions import environment
from pendopo.build.division import Origin, Part, Share, ShareRefusedError
from pendopo.build.manifest import Manifest
from pendopo.build.manifest_file import from_json, to_json
from pendopo.build.records import Reading
from pendopo.build.setup import Setup
from pendopo.reading.files import content
from pendopo.reading.record_type import RecordType

FILE = "share.json"
MARK = ',"digest":"'
LARGEST = 2**31
"""Most bytes of share.json: a government of all of Indonesia has a tenth of it."""


def text(part: Part) -> str:
    """The text of share.json."""
    row = {
        "share": str(part.share),
        "origin": asdict(part.origin),
        "manifest": to_json(part.manifest),
    }
    return marked(row)


def marked(row: Mapping[str, Any]) -> str:
    """The text of share.json, at whose end stands the digest of all before."""
    body = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return f'{body[:-1]}{MARK}{digest(body)}"}}\n'


def damaged(file: str) -> ShareRefusedError:
    """What is raised of a file of a share that was changed on its way."""
    said = N_(
        "{file} is not as it was when the share was written. Copy the share once more, or make it "
        "again."
    )
    return ShareRefusedError(said, file=file)


def origin(setup: Setup, reading: Reading, settings: str) -> Origin:
    """What a build is made of; `settings` is the fingerprint of all besides the data."""
    days = tuple((name, day.isoformat()) for name, day in sorted(setup.days.items()))
    data = setup.division.seen(reading)
    return Origin(__version__, environment(), days, setup.commit, settings, data)


def parts(folders: Iterable[Path], types: Collection[RecordType[Any, Any]]) -> list[Part]:
    """The shares in `folders`, in order: each of them once, and all made by the same code.

    Raises `ShareRefusedError`.
    """
    found = sorted((_part(each, types) for each in folders), key=lambda one: one.share)
    _complete(found)
    return found


def of_another(origin: Origin, ours: Origin) -> str:
    """A sentence on a share that was made of something else than `ours`; empty if there is none."""
    sentences = {
        "days": N_(
            "Share {share} was made on another day. Make it again, or set SOURCE_DATE_EPOCH to the "
            "same moment for all shares and for joining them."
        ),
        "commit": N_(
            "Share {share} was made of another commit ({commit}). Check out the same commit for "
            "all shares and for joining them."
        ),
        "data": N_(
            "Share {share} was made of other data. Make all shares and join them with the same "
            "data folder."
        ),
        "settings": N_(
            "Share {share} was made with other settings. Use the same mkdocs.yml, templates, pages "
            "and variables such as SITE_URL for all shares and for joining them."
        ),
    }
    return next((said for name, said in sentences.items() if _differ(origin, ours, name)), "")


def _differ(one: Origin, other: Origin, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))


def _part(folder: Path, types: Collection[RecordType[Any, Any]]) -> Part:
    """The share in a folder. Raises `ShareRefusedError` if there is none, or of other code."""
    found = content(folder, FILE, LARGEST, "file-size")
    part: Part | None = None
    # Whoever writes a share may write anything into it; what comes to it on its way is noticed.
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        if isinstance(found, bytes) and _whole(found, folder):
            part = _of(json.loads(found), folder, types)
    if part is None:
        raise ShareRefusedError(
            N_("{folder} is no share. Name the folders that pendopo build --shard has written."),
            folder=folder,
        )
    return part


def _whole(found: bytes, folder: Path) -> bool:
    """Whether a share.json has a digest. Raises `ShareRefusedError` if that is another one."""
    body, mark, rest = found.rpartition(MARK.encode())
    if mark and rest != f'{digest(body + b"}")}"}}\n'.encode():
        raise damaged(f"{folder}/{FILE}")
    return bool(mark)


def _of(row: Any, folder: Path, types: Collection[RecordType[Any, Any]]) -> Part | None:
    """The share that a share.json tells of; None, or an error of Python, if it is none."""
    share, made_of = Share.parse(row["share"]), _origin(**row["origin"])
    # Only our own code knows how to read the rest.
    if share and made_of.environment != environment():
        raise ShareRefusedError(
            N_(
                "Share {share} was made by another version of Pendopo ({version}), of Python "
                "or of a library. Install the same for all shares and for joining them."
            ),
            share=share,
            version=made_of.version,
        )
    manifest = from_json(row["manifest"], {each.name: each for each in types})
    return Part(str(folder), share, made_of, manifest) if share and _sound(manifest) else None


def _origin(**row: Any) -> Origin:
    days = tuple((str(name), str(day)) for name, day in row.pop("days"))
    return Origin(days=days, **row)


def _sound(manifest: Manifest) -> bool:
    """Whether all files of a share may be written, and it has those of all its pages."""
    rows = chain.from_iterable(group.rows for group in manifest.groups.values())
    outputs = manifest.outputs
    return all(map(_inside, outputs)) and all(path(row.address) in outputs for row in rows)


def _inside(file: str) -> bool:
    """Whether a path leads to a file that a build may write below a folder, and not hidden."""
    names = file.split("/")
    return not any(name[:1] in {"", "."} or {*"\\:\0"} & {*name} for name in names)


def _complete(found: Sequence[Part]) -> None:
    """Raises `ShareRefusedError` unless the sorted shares are all of one number, each once."""
    totals = sorted({each.share.total for each in found})
    if len(totals) != 1:
        raise ShareRefusedError(
            N_("The shares are of builds in {totals} shares. Name those of one build."),
            totals=", ".join(map(str, totals)),
        )
    by_share: dict[Share, Part] = {}
    for each in found:
        if other := by_share.get(each.share):
            raise ShareRefusedError(
                N_("{folder} and {other} are both share {share}. Name each share once."),
                folder=other.folder,
                other=each.folder,
                share=each.share,
            )
        by_share[each.share] = each
    missing = [share for share in _all(totals[0]) if share not in by_share]
    if missing:
        raise ShareRefusedError(
            N_(
                "These shares are missing: {shares}. Make each, as with pendopo build --shard "
                "{share}, and join all of them again."
            ),
            shares=", ".join(map(str, missing)),
            share=missing[0],
        )


def _all(total: int) -> list[Share]:
    return [Share(number, total) for number in range(1, total + 1)]
