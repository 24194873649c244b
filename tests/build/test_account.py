"""build.json tells which state of the data is published."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build

import pendopo
from conftest import AGENCY, EPOCH, ROOT, TODAY, Write, at_length, configuration
from pendopo.basics.addresses import BUILD
from pendopo.build.publish import Outcome
from pendopo.government.standing import Standing
from places import built, contents, place

HEAD = "agencies/kota-uji/agency.yml"


def told(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "site" / BUILD).read_text())
    return found


def test_it_counts_what_is_published_and_names_the_day(write: Write, tmp_path: Path) -> None:
    built(write({HEAD: AGENCY}), place(tmp_path), TODAY)
    found = told(tmp_path)
    pages = [path for path in contents(tmp_path / "site") if path.endswith(".html")]
    assert len(pages) > 3
    assert found.pop("digest")
    assert found == {
        "pendopo": pendopo.__version__,
        "today": "2026-02-01",
        "agencies": 1,
        "pages": len(pages),
        "standing": [],
    }


def test_it_names_every_agency_that_is_not_shown_as_it_is_now(write: Write, tmp_path: Path) -> None:
    old = Standing("a" * 40, "2026-01-06")
    standing = {
        "kota-uji": old,
        "": old,
        "kota-lain/dinas-a": Standing(above="kota-lain"),
        "kota-lain": Standing(),
    }
    built(write({HEAD: AGENCY}), place(tmp_path), TODAY, standing=standing)
    assert told(tmp_path)["standing"] == [
        {"agency": "", "commit": "a" * 40, "since": "2026-01-06"},
        {"agency": "kota-lain", "left_out": True},
        {"agency": "kota-lain/dinas-a", "left_out": True, "above": "kota-lain"},
        {"agency": "kota-uji", "commit": "a" * 40, "since": "2026-01-06"},
    ]


def test_equal_pages_have_an_equal_digest_and_other_pages_another(
    write: Write, tmp_path: Path
) -> None:
    data = write({HEAD: AGENCY})
    digests = []
    for step, (day, text) in enumerate(
        ((TODAY, AGENCY), (TODAY + timedelta(1), AGENCY), (TODAY, AGENCY + "tagline: Maju\n"))
    ):
        (data / HEAD).write_text(text)
        built(data, place(tmp_path), day)
        built(data, place(tmp_path / f"{step}"), day)
        assert told(tmp_path) == told(tmp_path / f"{step}")
        digests.append(told(tmp_path)["digest"])
    assert digests[0] == digests[1] != digests[2]


def test_another_commit_changes_nothing_else(write: Write, tmp_path: Path) -> None:
    data = write({HEAD: AGENCY})
    built(data, place(tmp_path), TODAY)
    before = contents(tmp_path / "site")
    done = built(data, place(tmp_path), TODAY, commit="b" * 40)
    assert isinstance(done, Outcome)
    assert done.built == 0
    after = contents(tmp_path / "site")
    assert {path for path in after if after[path] != before.get(path)} == {BUILD}
    assert told(tmp_path)["commit"] == "b" * 40


@at_length
def test_the_publisher_names_the_commit_and_mkdocs_has_nothing_to_do_for_it(
    write: Write, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    data = write({HEAD: AGENCY})
    seen: list[bool] = []
    for name in ("c" * 40, "d" * 40):
        monkeypatch.setenv("COMMIT", name)
        config = configuration(data, tmp_path / "site", project)
        build(config)
        seen.append(bool(config.nav))
        assert told(tmp_path)["commit"] == name
    assert seen == [True, False]


def test_the_readme_names_all_that_it_tells(write: Write, tmp_path: Path) -> None:
    built(write({HEAD: AGENCY}), place(tmp_path), TODAY, commit="b" * 40)
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert (
        "`build.json`, at the root of each site, lists such agencies, with the day, the version of "
        "Pendopo, numbers of agencies and pages, a digest of all pages, and the commit if the "
        "environment names it as `COMMIT`."
    ) in readme
    assert told(tmp_path).keys() == {
        *("standing", "today", "pendopo", "agencies", "pages", "digest", "commit")
    }


def test_it_is_not_a_page_that_is_found(write: Write, tmp_path: Path) -> None:
    built(write({HEAD: AGENCY}), place(tmp_path), TODAY)
    site = contents(tmp_path / "site")
    assert BUILD.encode() not in site["sitemap.xml"]
    assert [path for path, each in site.items() if BUILD.encode() in each and path != BUILD] == []
