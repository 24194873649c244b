"""security.txt: where weaknesses are reported, and beside it what others have put there."""

import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import AGENCY, PORTAL, TODAY, Write, warnings
from pendopo.basics.addresses import SECURITY
from pendopo.build.publish import Outcome
from pendopo.kinds.portal.machines.security import View, security_text
from pendopo.kinds.registry import KINDS
from pendopo.site.context import Context
from pendopo.site.planning import plan_portal, taken
from places import built, place, site_of

NAMED = f"{PORTAL}security:\n  contact: csirt@uji.example\n  expires: 2026-12-31\n"
CITY = {"agencies/kota-uji/agency.yml": AGENCY}
ACME = ".well-known/acme-challenge/x"


def outcome(data: Path, folder: Path) -> Outcome:
    done = built(data, place(folder), TODAY)
    assert isinstance(done, Outcome), done
    return done


def fields(text: str) -> Mapping[str, str]:
    assert text.endswith("\n")
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_it_says_what_the_standard_wants() -> None:
    text = security_text(View("csirt@uji.example", "2026-12-31", "id", "https://uji.example/a/"))
    assert fields(text) == {
        "Contact": "mailto:csirt@uji.example",
        "Expires": "2026-12-31T23:59:59+07:00",
        "Preferred-Languages": "id, en",
        "Canonical": "https://uji.example/a/.well-known/security.txt",
    }


@pytest.mark.parametrize("site_url", ["", "http://uji.example/"])
def test_a_site_without_a_safe_address_is_not_named(site_url: str) -> None:
    text = security_text(View("https://uji.example/lápor", "2026-12-31", "en", site_url))
    assert fields(text) == {
        "Contact": "https://uji.example/l%C3%A1por",
        "Expires": "2026-12-31T23:59:59+07:00",
        "Preferred-Languages": "en, id",
    }


@pytest.mark.parametrize(("portal", "count"), [(PORTAL, 0), (NAMED, 1)])
def test_it_is_published_where_a_contact_is_named(portal: str, count: int, write: Write) -> None:
    site, _ = site_of(write({"portal.yml": portal, **CITY}), TODAY)
    planned, _ = plan_portal(Context(site.context.directory, TODAY, KINDS, "https://uji.example/"))
    assert [each.address for each in planned.files].count(SECURITY) == count
    assert SECURITY in taken(site.context, ()).reserved


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, ["portal.yml:5:12 security-expired"]),
        (0, ["portal.yml:5:12 security-expires"]),
        (29, ["portal.yml:5:12 security-expires"]),
        (30, []),
    ],
)
def test_one_is_warned_a_month_before_it_expires(
    days: int, expected: list[str], write: Write
) -> None:
    day: date = TODAY + timedelta(days=days)
    assert warnings(write({"portal.yml": NAMED.replace("2026-12-31", day.isoformat())})) == expected


def test_what_others_keep_beside_it_stays(write: Write, tmp_path: Path) -> None:
    """Before it is published, while it is, after a build from a cache, and afterwards."""
    site = tmp_path / "site"
    data = write({"portal.yml": PORTAL, **CITY})
    outcome(data, tmp_path)
    (site / ACME).parent.mkdir(parents=True)
    (site / ".well-known").chmod(0o775)
    (site / ACME).write_text("theirs")
    for portal in (NAMED, NAMED.replace("csirt", "lain"), f"{NAMED}publisher: A\n", PORTAL, NAMED):
        (data / "portal.yml").write_text(portal)
        outcome(data, tmp_path)
        if portal == NAMED:
            shutil.rmtree(tmp_path / ".site.pendopo/next")
        assert (site / ACME).read_text() == "theirs"
        assert (site / ".well-known").stat().st_mode & 0o777 == 0o775
        assert (site / SECURITY).exists() == (portal != PORTAL)
    assert "csirt@" in (site / SECURITY).read_text()


def test_it_is_not_made_again_where_it_is_as_it_was(write: Write, tmp_path: Path) -> None:
    data = write({"portal.yml": NAMED, **CITY})
    pages = outcome(data, tmp_path).built
    before = (tmp_path / "site" / SECURITY).stat()
    for cached in (False, True, False):
        if cached:
            shutil.rmtree(tmp_path / ".site.pendopo/next")
        again = outcome(data, tmp_path)
        assert (again.built, again.kept) == (0, pages)
        assert (tmp_path / "site" / SECURITY).stat().st_mtime_ns == before.st_mtime_ns
        assert (tmp_path / "site" / SECURITY).stat().st_ino == before.st_ino


@pytest.mark.parametrize("what", ["changed", "gone", "link", "folder is a link"])
def test_it_is_made_again_where_somebody_has_changed_it(
    what: str, write: Write, tmp_path: Path
) -> None:
    data = write({"portal.yml": NAMED, **CITY})
    for number in range(2):
        outcome(data, tmp_path)
        file = tmp_path / "site" / SECURITY
        text = file.read_text()
        other = tmp_path / f"lain-{number}"
        (other / "security.txt").parent.mkdir()
        (other / "security.txt").write_text(text)
        if what == "folder is a link":
            shutil.rmtree(file.parent)
            file.parent.symlink_to(other)
        else:
            file.unlink()
        if what == "changed":
            file.write_text("salah\n")
        if what == "link":
            file.symlink_to(other / "security.txt")
        if number:
            shutil.rmtree(tmp_path / ".site.pendopo/next")
        outcome(data, tmp_path)
        assert file.read_text() == text
        assert not file.samefile(other / "security.txt")
        assert not file.is_symlink()
        assert not file.parent.is_symlink()
        assert (other / "security.txt").read_text() == text
