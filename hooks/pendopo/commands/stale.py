"""`pendopo check --stale`: the files that nobody has touched for some months."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from pendopo.basics.translations import Translate, translations
from pendopo.commands.formats import FORMATS
from pendopo.commands.planned import planned
from pendopo.history.git import History
from pendopo.history.untouched import Untouched, months_before, untouched
from pendopo.problems.problem import printable, problem

MONTHS = 6
"""How many, where none are named."""


def tell(data: Path, months: int, format_: str) -> int:
    """Prints them agency by agency, the oldest first; returns the exit code, which is 0."""
    site, _ = planned(data)
    language, today = site.context.language, site.context.today
    history = History(data)
    translate = translations(language).gettext
    if why := _unknown(history, data, translate):
        print(why, file=sys.stderr)
        return 0
    before = months_before(today, months)
    changing = {*history.differing("HEAD")}
    days = {path: day for path, day in history.last_days().items() if path not in changing}
    found = untouched(site.context, days, before)
    if format_ == "text":
        _print(found, data, months, translate)
    else:
        told = [problem(each.path, "file-untouched", value=each.day) for each in found]
        FORMATS[format_](told, data, language)
    return 0


def _unknown(history: History, data: Path, translate: Translate) -> str:
    """Why nothing is known of the days of changes; empty where they are known."""
    if not data.is_dir() or not history.known() or not history.commit("HEAD"):
        return translate(
            "{folder} has no history that git can read, so nobody knows what was changed when."
        ).format(folder=data)
    if history.shallow():
        return translate(
            "This copy of the repository lacks a part of its history. Fetch it: "
            "git fetch --unshallow"
        )
    return ""


def _print(found: Sequence[Untouched], data: Path, months: int, translate: Translate) -> None:
    for owner, files in groupby(found, lambda each: each.owner):
        print(printable(owner))
        for each in files:
            print(f"  {each.day}  {data.as_posix()}/{printable(each.path, None)}")
    said = translate("Untouched for {months} months and more: {count} files.")
    print(said.format(months=months, count=len(found)))
