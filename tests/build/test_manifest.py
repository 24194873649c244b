"""The manifest of a build: written and read again, and never a reason to fail."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from budgets import tries
from conftest import AGENCY, MINIATURE, TODAY, Write, at_length
from pendopo.basics.versions import environment
from pendopo.build.compare import compare
from pendopo.build.manifest import (
    Manifest,
    PageGroup,
    PageRow,
    Platform,
    ReadFile,
    ReadMedia,
)
from pendopo.build.manifest_file import FORMAT, _known, read_manifest, write_manifest
from pendopo.build.output import WrittenFile
from pendopo.build.publish import Outcome, publish
from pendopo.build.read import read
from pendopo.build.render import finish, render
from pendopo.build.seal import sealed
from pendopo.build.setup import Setup
from pendopo.kinds.registry import KINDS
from pendopo.problems.problem import faults
from places import FRAME, PUBLICATION, built, contents, place, pool_of


@dataclass(frozen=True)
class Made:
    """A build with the manifest that it left."""

    folder: Path
    path: str
    manifest: Manifest


def manifest_of(path: str, data: Path) -> Manifest:
    _known.clear()
    return read_manifest(path, environment(), str(data), KINDS.types)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The miniature, built; what MkDocs makes is two files here."""
    folder = tmp_path_factory.mktemp("manifest")
    where = place(folder)
    documents = (PageRow("tentang/", kind="Tentang"),)
    platform = Platform("key", FRAME.parts, ("404.html", "a/b.css"), documents)
    with where.locked(), pool_of(MINIATURE) as workers:
        compared = compare(read(Setup(MINIATURE, where, TODAY, workers)))
        assert faults(compared.read.problems) == []
        rendered = finish(render(compared, PUBLICATION, FRAME), lambda pages, share: None)
        assert faults(rendered.problems) == []
        made = Path(where.platform)
        (made / "a").mkdir(parents=True)
        for path in platform.files:
            (made / path).write_text(path)
        manifest = publish(rendered, platform, where.platform).manifest
    return Made(folder, where.manifest, manifest)


def test_a_manifest_is_read_as_it_was_written(made: Made, tmp_path: Path) -> None:
    known = manifest_of(made.path, MINIATURE)
    assert known == made.manifest
    assert len(known.files) == len([*MINIATURE.rglob("*.yml"), *MINIATURE.rglob("*.md")])
    assert len(known.media) == 6
    assert len(known.groups) == 6
    assert set(known.outputs) == set(contents(made.folder / "site"))
    again = str(tmp_path / "again.json")
    write_manifest(known, again)
    assert manifest_of(again, MINIATURE) == known
    assert Path(again).read_bytes() == Path(made.path).read_bytes()


def test_all_that_is_read_is_of_the_kind_that_was_written(made: Made) -> None:
    known = manifest_of(made.path, MINIATURE)
    for path, judged in known.files.items():
        assert type(judged) is ReadFile
        assert type(judged.stamp) is tuple
        assert judged.entry is not None
        before = made.manifest.files[path].entry
        assert before is not None
        assert judged.entry.type == before.type
        assert type(judged.entry.brief) is type(before.brief)
        assert judged.entry.record == before.record
        hash(judged.entry.brief)
    assert {type(each) for each in known.media.values()} == {ReadMedia}
    assert {type(each) for each in known.groups.values()} == {PageGroup}
    assert {type(row) for part in known.groups.values() for row in part.rows} == {PageRow}
    assert {type(each) for each in known.outputs.values()} == {WrittenFile}
    assert type(known.platform) is Platform


def test_problems_of_files_and_pictures_come_back(write: Write, tmp_path: Path) -> None:
    data = write(
        {
            "agencies/kota-uji/agency.yml": AGENCY + "bps_code: satu\nzzz: 1\n",
            "agencies/kota-uji/media/a.png": b"GIF89a",
            "agencies/kota-rusak/agency.yml": "type: [",
        }
    )
    where = place(tmp_path)
    with where.locked(), pool_of(data) as workers:
        found = read(Setup(data, where, TODAY, workers))
    manifest = Manifest(environment(), str(data), found.reading.files, found.reading.media)
    write_manifest(manifest, where.manifest)
    again = manifest_of(where.manifest, data)
    assert again == manifest
    told = [each for known in again.files.values() for each in known.problems]
    told += [each for known in again.media.values() for each in known.problems]
    assert sorted(told) == found.problems
    assert len(found.problems) == 4


def test_records_are_read_where_a_sound_folder_stands_in_for_the_data(
    made: Made, tmp_path: Path
) -> None:
    arguments = (made.path, environment(), str(MINIATURE), KINDS.types)
    for source in (str(tmp_path), str(MINIATURE)):
        known = read_manifest(*arguments, source)
        assert {each.entry.folder for each in known.files.values() if each.entry} == {source}
    assert known == made.manifest


def test_of_a_build_by_other_code_or_of_other_data_only_the_outputs_are_known(made: Made) -> None:
    for base, folder in (("other", str(MINIATURE)), (environment(), "/other"), ("", "")):
        known = read_manifest(made.path, base, folder, KINDS.types)
        assert known == Manifest(base, folder, outputs=made.manifest.outputs)
        assert known.outputs


def empty(path: Path | str) -> bool:
    """Whether another process finds nothing there."""
    _known.clear()
    return read_manifest(str(path), "base", "folder", KINDS.types) == Manifest("base", "folder")


def edited(made: Made, path: Path) -> Manifest:
    """A manifest with few changes, written to `path` after the whole one."""
    write_manifest(made.manifest, str(path))
    rows = iter(made.manifest.outputs.items())
    (_, first), (gone, _) = next(rows), next(rows)
    outputs = {name: each for name, each in made.manifest.outputs.items() if name != gone}
    file, read = next(iter(made.manifest.files.items()))
    files = {**made.manifest.files, file: read._replace(stamp=(1, 2, 3, 4))}
    found = replace(made.manifest, files=files, outputs={**outputs, "new.html": first})
    write_manifest(found, str(path))
    return found


def test_few_changes_stand_below_what_stays_as_it_is(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    found = edited(made, path)
    whole, changes = path.read_bytes().split(b"\n")
    assert whole == Path(made.path).read_bytes()
    assert len(changes) < len(whole) / 8
    assert manifest_of(str(path), MINIATURE) == found
    # What is changed next is compared with the first line again, also by another process.
    for _ in range(2):
        write_manifest(replace(found, common="another"), str(path))
        assert path.read_bytes().split(b"\n")[0] == whole
        assert manifest_of(str(path), MINIATURE) == replace(found, common="another")
    write_manifest(made.manifest, str(path))
    assert manifest_of(str(path), MINIATURE) == made.manifest


def test_many_changes_are_written_as_a_whole(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    write_manifest(made.manifest, str(path))
    rows = [*made.manifest.outputs.items()]
    fewer = replace(made.manifest, outputs=dict(rows[: len(rows) // 2]))
    write_manifest(fewer, str(path))
    assert b"\n" not in path.read_bytes()
    assert manifest_of(str(path), MINIATURE) == fewer


def test_a_file_that_another_process_has_written_meanwhile_is_not_built_on(
    made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "manifest.json"
    found = edited(made, path)
    path.write_bytes(b"another")
    write_manifest(found, str(path))
    assert b"\n" not in path.read_bytes()
    assert manifest_of(str(path), MINIATURE) == found


def test_changes_of_another_manifest_or_by_another_hand_are_not_believed(
    made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "manifest.json"
    edited(made, path)
    whole, changes = path.read_bytes().split(b"\n")
    other = tmp_path / "other.json"
    write_manifest(replace(made.manifest, common="another"), str(other))
    for content in (
        other.read_bytes() + b"\n" + changes,
        whole + b"\n" + changes[:-9] + b"0" + changes[-8:],
        whole + b"\n" + changes[:-1],
        whole + b"\n{}",
    ):
        path.write_bytes(content)
        assert empty(path)
    path.write_bytes(whole)
    assert not empty(path)


def test_where_there_is_no_manifest_nothing_is_known(tmp_path: Path) -> None:
    assert empty(tmp_path / "none.json")
    assert empty(tmp_path)
    assert empty(tmp_path / "none/none.json")


def changed(made: Made, **changes: Any) -> bytes:
    known = json.loads(Path(made.path).read_bytes()) | changes
    del known["seal"]
    return sealed(json.dumps(known).encode())


def test_a_manifest_of_another_format_is_empty(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    for number in (FORMAT - 1, FORMAT + 1, str(FORMAT), None):
        path.write_bytes(changed(made, format=number))
        assert empty(path)
    path.write_bytes(changed(made))
    assert not empty(path)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.9999])
def test_a_truncated_manifest_is_empty(made: Made, tmp_path: Path, share: float) -> None:
    content = Path(made.path).read_bytes()
    path = tmp_path / "manifest.json"
    path.write_bytes(content[: int(len(content) * share)])
    assert empty(path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


def test_a_manifest_that_another_machine_has_sealed_is_empty(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "manifest.json"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    path.write_bytes(changed(made))
    assert not empty(path)
    monkeypatch.undo()
    assert empty(path)


def test_a_manifest_that_was_changed_after_it_was_sealed_is_empty(
    made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "manifest.json"
    content = changed(made)
    for at in (0, 10, 80, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert empty(path), at
    path.write_bytes(content)
    assert not empty(path)


@tries(200)
@given(st.binary(max_size=40) | VALUES.map(lambda value: json.dumps(value).encode()))
@example(b"")
@example(sealed(b""))
@example(sealed(b"{}"))
@example(sealed(b"null"))
@example(sealed(b"[" * 100_000))
@example(sealed(b'{"format": ' + b"9" * 5_000 + b"}"))
@example(b"{}")
@example(b"null")
@example(b'{"format": 1}')
@example(b"\xff\xfe")
@example(b"[" * 100_000)
@example(b'{"format": ' + b"9" * 5_000 + b"}")
def test_any_bytes_give_an_empty_manifest(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(content)
    assert empty(path)


@tries(200)
@given(
    part=st.sampled_from(
        ["base", "folder", "files", "pictures", "parts", "platform", "outputs", "format"]
    ),
    value=VALUES,
)
def test_any_value_in_the_place_of_any_part_is_no_reason_to_fail(
    made: Made, tmp_path: Path, part: str, value: Any
) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(changed(made, **{part: value}))
    read = manifest_of(str(path), MINIATURE)
    assert (read.base, read.folder) == (environment(), str(MINIATURE))


def broken(inner: Any, at: int, value: Any) -> Any:
    """A copy in which the value at one of its places, counted from 0, is another."""
    places = [0]

    def copy(each: Any) -> Any:
        places[0] += 1
        if places[0] - 1 == at:
            return value
        if isinstance(each, Mapping):
            return {key: copy(item) for key, item in each.items()}
        return [copy(item) for item in each] if isinstance(each, list) else each

    return copy(inner)


@tries(200)
@given(at=st.integers(0, 700), value=VALUES)
def test_any_value_at_any_place_is_no_reason_to_fail(
    made: Made, tmp_path: Path, at: int, value: Any
) -> None:
    path = tmp_path / "manifest.json"
    known = broken(json.loads(Path(made.path).read_bytes()), at, value)
    path.write_bytes(sealed(json.dumps(known).encode()))
    manifest_of(str(path), MINIATURE)


def test_a_manifest_is_replaced_in_one_step(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "manifest.json"
    write_manifest(made.manifest, str(path))
    before = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(OSError, match="disk full"):
            write_manifest(replace(made.manifest, base="other"), str(path))
    assert path.read_bytes() == before
    write_manifest(replace(made.manifest, base="other"), str(path))
    assert read_manifest(str(path), "other", str(MINIATURE), KINDS.types).base == "other"


@pytest.mark.parametrize(
    "content",
    [b"{", *(pytest.param(each, marks=at_length) for each in (b'{"format": 0}', None, b"", b"[]"))],
)
def test_a_build_with_a_broken_manifest_makes_the_same_site(
    tmp_path: Path, content: bytes | None
) -> None:
    data = shutil.copytree(MINIATURE, tmp_path / "data")
    where = place(tmp_path)
    first = built(data, where, TODAY)
    before = contents(where.published)
    if content is None:
        Path(where.manifest).unlink()
    else:
        Path(where.manifest).write_bytes(content)
    again = built(data, where, TODAY)
    assert isinstance(first, Outcome)
    assert isinstance(again, Outcome)
    assert again.built == first.built == len([each for each in before if each.endswith(".html")])
    assert contents(where.published) == before
