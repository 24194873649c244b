"""ProperDocs, which continues MkDocs, builds the same site."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

from conftest import EPOCH, MINIATURE, ROOT, at_length
from sites import ELSEWHERE

SETTINGS = {
    "PENDOPO_DATA": str(MINIATURE),
    "SOURCE_DATE_EPOCH": EPOCH,
    "SITE_URL": f"{ELSEWHERE}/repo/",
    "REPOSITORY_URL": "https://github.com/contoh/profil",
    "EDIT_URI": "edit/main/docs/",
}


def files(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


@at_length
def test_properdocs_builds_the_same_site_under_the_same_configuration(
    built: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", site],
        cwd=ROOT,
        env={**os.environ, **SETTINGS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = files(built)
    assert files(site) == found
    assert filecmp.cmpfiles(built, site, found, shallow=False)[1:] == ([], [])
