"""The walk-through of CONTRIBUTING.md: followed to the letter, it makes a kind of page."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import MINIATURE

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text()


def block(start: str) -> str:
    """The indented code block that begins with `start`, without its indentation."""
    blocks = re.findall(r"^   ```\w+\n(.*?)^   ```$", TEXT, re.DOTALL | re.MULTILINE)
    unindented = [re.sub(r"^   ", "", each, flags=re.MULTILINE) for each in blocks]
    return next(each for each in unindented if each.startswith(start))


def added(path: Path, before: str, line: str) -> None:
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, f"{line}\n{before}", 1))


def test_a_record_kind_and_its_page_take_two_files_each_and_a_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copytree(MINIATURE, tmp_path / "data")
    package = tmp_path / "hooks/pendopo"

    record = block('"""announcements/NAME.yml')
    (package / "records/announcement.py").write_text(record)
    kinds = package / "records/__init__.py"
    added(kinds, "from .article", "from .announcement import AnnouncementRecord")
    added(
        kinds,
        '    Kind(\n        "article"',
        "    " + block("# records/__init__.py").splitlines()[1],
    )

    module = block("# hooks/pendopo/pages/announcements.py")
    (package / "pages/announcements.py").write_text(module)
    template = block("{# overrides/pages/announcements.html")
    (tmp_path / "overrides/pages/announcements.html").write_text(template)
    pages = package / "pages/__init__.py"
    added(pages, "\nOF_PORTAL", "from . import announcements")
    added(pages, "    article.pages", "    " + block("# pages/__init__.py").splitlines()[1])

    folder = tmp_path / "data/agencies/kota-contoh/announcements"
    folder.mkdir()
    (folder / "2026-03-01-listrik.yml").write_text(
        "title: Pemadaman <listrik>\npublished: 2026-03-01\nbody: Besok listrik padam.\n"
    )
    (folder / "2026-03-02-keliru.yml").write_text("title: Keliru\npublished: kemarin\nbody: B\n")
    pendopo = [sys.executable, "-m", "pendopo"]

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*pendopo, *arguments],
            check=False,
            cwd=tmp_path / "hooks",
            capture_output=True,
            text=True,
        )

    refused = run("check", "../data")
    assert refused.returncode == 1
    assert "announcements/2026-03-02-keliru.yml:2:12: " in refused.stdout
    (folder / "2026-03-02-keliru.yml").unlink()
    exported = run("export", "../out", "--data", "../data")
    assert exported.returncode == 0, exported.stdout + exported.stderr
    page = (tmp_path / "out/kota-contoh/pengumuman/index.md").read_text()
    assert "<h2>Pemadaman &lt;listrik&gt;</h2>" in page
    assert "<p>1 Maret 2026</p>" in page
    assert "pengumuman/" in (tmp_path / "out/kota-contoh/index.md").read_text()
    assert not (tmp_path / "out/kota-contoh/dinas-arsip/pengumuman").exists()

    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")

    def published() -> str:
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        done = subprocess.run(mkdocs, check=False, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return (tmp_path / "site/kota-contoh/pengumuman/index.html").read_text()

    assert "<h2>Pemadaman &lt;listrik&gt;</h2>" in published()
    file = folder / "2026-03-01-listrik.yml"
    file.write_text(file.read_text().replace("Besok", "Lusa"))
    assert "Lusa listrik padam." in published()
