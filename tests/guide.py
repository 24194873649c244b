"""The staff guide: its first page, followed by those on single kinds of record."""

import re

from conftest import ROOT

PAGES = (ROOT / "docs/panduan.md", *sorted((ROOT / "docs/panduan").glob("*.md")))
GUIDE = "\n".join(path.read_text("utf-8") for path in PAGES)

TASKS = sorted((ROOT / "docs/panduan/tugas").glob("*.md"))
"""The pages that walk through a task; the examples of each are files of one agency."""

EXAMPLES: dict[str, str] = {}
"""The examples by path; the parts of a file that the guide shows one after the other are joined."""
for path, part in re.findall(r"```yaml\n# (\S+)\n(.*?)```", GUIDE, re.DOTALL):
    EXAMPLES[path] = EXAMPLES.get(path, "") + part
