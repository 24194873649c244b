"""`pendopo new`: writes a commented file of a new record to its place in the data folder."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from pendopo.basics import clock
from pendopo.basics.translations import Translate, of_terminal
from pendopo.commands import MISUSED, new_agencies, options, questions
from pendopo.commands.places import TOP, UnknownPlaceError, agencies, place_in
from pendopo.commands.planned import FAULTY, print_all
from pendopo.commands.questions import answers
from pendopo.commands.usage import spoken
from pendopo.kinds.agency.record.agency import AGENCY
from pendopo.kinds.registry import KINDS
from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, faults, printable
from pendopo.reading.texts import RecordFile
from pendopo.site.kind import Kind
from pendopo.starter.adding import add
from pendopo.starter.drafts import OPEN, Draft, draft, shapes, still_open
from pendopo.starter.names import folder_name, short_name, slug
from pendopo.starter.records import New, base, ids_in, judged, rival

TABLE = "agencies"
"""The command that writes many agencies at once."""


class RefusedError(Exception):
    """Nothing can be written; its text is a sentence that says why."""


MOST_LINES = 8
"""Numbers of lines that are shown."""


class _Kinds(click.Group):
    """A command for each kind of record, by its name in the singular or that of its folder."""

    def __init__(self, translate: Translate) -> None:
        super().__init__("new", help=translate("Write a new file, with comments that explain it."))
        self.translate = translate
        self.known = {
            name: kind for kind in KINDS for name in (kind.name, kind.record.name, shown_name(kind))
        }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """One name of each kind."""
        return [*map(shown_name, KINDS), TABLE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a kind; None if there is no such kind."""
        if cmd_name == TABLE:
            return spoken(new_agencies.command(self.translate), self.translate)
        kind = self.known.get(cmd_name)
        return spoken(of_kind(kind, self.translate), self.translate) if kind else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names. Proposes the nearest name for another one."""
        names = [*self.known, TABLE]
        if args[0] not in names and (near := nearest(args[0], names)):
            said = self.translate("There is no kind of record {name}. Is {nearest} meant?")
            ctx.fail(said.format(name=printable(args[0]), nearest=near))
        return super().resolve_command(ctx, args)


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    return _Kinds(translate)


def shown_name(kind: Kind) -> str:
    """What the command calls a kind: `plan` of the folder plans, `news` of the folder news."""
    return kind.record.name if kind.record.name in kind.name else kind.name


def of_kind(kind: Kind, translate: Translate) -> click.Command:
    """The command that writes a record of one kind."""
    words = {"day": translate("DAY"), "slug": translate("NAME")}
    path = re.sub("<<(.*?)>>", lambda gap: words.get(gap[1], "…"), draft(kind.name).path)

    @options.data(translate)
    def write(data: Path, **given: Any) -> int:
        return _written(kind, data, given, translate)

    return click.command(
        shown_name(kind),
        params=[*_arguments(kind), *_options(kind, translate)],
        help=translate("Write {path}, with comments that explain it.").format(path=path),
    )(write)


def _arguments(kind: Kind) -> Iterator[click.Argument]:
    if kind.record.in_agencies:
        yield click.Argument(["place"], required=False)
    if "title" in questions.asked(kind):
        yield click.Argument(["title"], required=False)


def _options(kind: Kind, _: Translate) -> Iterator[click.Option]:
    yield from questions.options(kind, _)
    if shaped := [each for each in shapes(kind.name) if each]:
        help_ = _("The draft of a usual form instead of the general one.")
        yield click.Option(["--shape"], type=click.Choice(shaped), help=help_)
    if kind.record.folder or kind.record is AGENCY:
        yield click.Option(
            ["--name"], default="", help=_("Name of its file or folder; made of its title.")
        )


def _written(kind: Kind, data: Path, given: Mapping[str, Any], translate: Translate) -> int:
    """Asks for what was not given, and writes the file; returns the exit code."""
    found, problems = agencies(data)
    if problems:
        return _told(problems, data)
    try:
        place = _place(kind, data, given.get("place"), [each.agency for each in found], translate)
        new = _asked(kind, place, data, given, translate)
    except (UnknownPlaceError, RefusedError) as error:
        said = error.said(translate) if isinstance(error, UnknownPlaceError) else str(error)
        print(said, file=sys.stderr)
        return MISUSED
    problems = judged(new)
    if faults(problems):
        return _told(problems, data)
    add(data, {new.path: new.text})
    _told([each for each in problems if each.warning], data)
    _say(new, data, translate)
    return 0


def _place(
    kind: Kind, data: Path, given: str | None, known: list[str], translate: Translate
) -> str:
    """The agency of the record; empty for the top. Raises `UnknownPlaceError`."""
    if not kind.record.in_agencies:
        return ""
    if given is None:
        example = known[0] if known else TOP
        given = str(click.prompt(translate("Folder of its agency"), default=example))
    return place_in(given, known, data, top=kind.record.in_portal or kind.record is AGENCY)


def _asked(
    kind: Kind, place: str, data: Path, given: Mapping[str, Any], translate: Translate
) -> New:
    """The record as it is to be written. Raises `RefusedError` where there is no place for it."""
    chosen = draft(kind.name, given.get("shape") or "")
    known = _known(place, chosen, data, translate) if chosen.needs else {}
    new = _made(kind, place, chosen, answers(kind, chosen, given, known, translate), given)
    if new is None:
        said = translate("The title has no letter a–z. Give the file a name with --name.")
        raise RefusedError(said)
    if taken := rival(data, new):
        said = translate("{path} is there already, and nothing was written.")
        raise RefusedError(said.format(path=_shown(data, taken)))
    return new


def _known(
    place: str, chosen: Draft, data: Path, translate: Translate
) -> Mapping[str, Sequence[str]]:
    """The ids in the file that a draft needs. Raises `RefusedError` where there is no such file."""
    kind = next(each for each in KINDS if each.record.file == chosen.needs)
    path = f"{base(kind.record, place)}{chosen.needs}"
    if not os.path.lexists(data / path):
        said = translate("{path} must be there first. Write it: pendopo new {kind} {place}")
        said = said.format(path=_shown(data, path), kind=shown_name(kind), place=place)
        raise RefusedError(said)
    return ids_in(data, RecordFile(kind.record, path, place, kind.record.name))


def _made(
    kind: Kind, place: str, chosen: Draft, found: Mapping[str, Any], given: Mapping[str, Any]
) -> New | None:
    """The record of the answers; None where its name can be made of nothing."""
    title, name = found.get("title", ""), given.get("name", "")
    short = short_name(title)
    made = name or (folder_name if kind.record is AGENCY else slug)(title)
    if "slug" in chosen.gaps and not made:
        return None
    more = {"slug": made, "short_name": short if short != title else "", "today": clock.today()}
    done = chosen.filled({**found, **more})
    path = done.path
    if name and "slug" not in chosen.gaps:
        path = f"{kind.record.folder}/{name}.{path.rpartition('.')[2]}"
    return New(kind.record, place, f"{base(kind.record, place)}{path}", done.text)


def _say(new: New, data: Path, translate: Translate) -> None:
    """Prints where the file is, and what to do next."""
    print(translate("{file} was written.").format(file=_shown(data, new.path)))
    if numbers := still_open(new.text):
        shown = ", ".join(map(str, numbers[:MOST_LINES])) + (", …" * (len(numbers) > MOST_LINES))
        said = translate("Replace every {word} in it (lines {lines}), then run pendopo check.")
        print(said.format(word=OPEN, lines=shown))
    else:
        print(translate("Complete it, then run pendopo check."))


def _shown(data: Path, path: str) -> str:
    return printable(f"{data.as_posix()}/{path}", None)


def _told(problems: Sequence[Problem], data: Path) -> int:
    print_all(problems, data, of_terminal())
    return FAULTY
