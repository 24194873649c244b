"""`pendopo new agencies`: the agencies of a region, or the offices below one, from a table."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from pendopo.basics.translations import Translate, of_terminal
from pendopo.commands import MISUSED, options
from pendopo.commands.places import TOP, UnknownPlaceError, agencies, place_in
from pendopo.commands.planned import FAULTY, print_all, print_problems
from pendopo.kinds.registry import KINDS
from pendopo.problems.nearest import nearest
from pendopo.problems.problem import Problem, faults, printable
from pendopo.reading.load import load
from pendopo.reading.texts import RecordFile
from pendopo.starter.adding import add
from pendopo.starter.from_tables import FromTable, Known
from pendopo.starter.office_table import is_of_offices, offices, unused
from pendopo.starter.offices import from_offices
from pendopo.starter.region_table import CODE, rows
from pendopo.starter.regions import from_regions
from pendopo.starter.tables import Line, lines_of


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate("Write many agencies, from a table of their codes or types and names.")
    of_table = translate(
        "The table: CSV in UTF-8, with the columns code and name, or name and what else it has: "
        "type, address, phones, emails, website."
    )
    of_place = translate("Region code or folder of the agency above them; / for none.")

    @click.command("agencies", help=help_)
    @click.option("--from", "file", type=click.Path(path_type=Path), required=True, help=of_table)
    @click.option("--under", help=of_place, prompt=translate("Region code of the agency above"))
    @options.data(translate)
    def new_agencies(file: Path, under: str, data: Path) -> int:
        known, problems = _known(data)
        if problems:
            print_all(problems, data, of_terminal())
            return FAULTY
        try:
            above = _above(under, known, data)
        except UnknownPlaceError as error:
            print(error.said(translate), file=sys.stderr)
            return MISUSED
        return _written(file, above, known, data, translate)

    return new_agencies


def _known(data: Path) -> tuple[list[Known], list[Problem]]:
    """All agencies of a data folder, and what is wrong with their files."""
    files, problems = agencies(data)
    read = [_read(each, data) for each in files]
    found = [problem for _, told in read for problem in faults(told)]
    return [each for each, _ in read if each], [*problems, *found]


def _read(file: RecordFile, data: Path) -> tuple[Known | None, list[Problem]]:
    source = file.read(data)
    if isinstance(source, Problem):
        return None, [source]
    loaded, problems = load(source, KINDS.rules(file.type))
    if loaded is None:
        return None, problems
    return Known(file.agency, loaded.record.region_code or "", loaded.record.name), problems


def _above(under: str, known: Sequence[Known], data: Path) -> Known:
    """The agency that is named by its code or its folder. Raises `UnknownPlaceError`."""
    by_code = {each.code: each for each in known if each.code}
    if CODE.fullmatch(under.strip()):
        if found := by_code.get(under.strip()):
            return found
        raise UnknownPlaceError(under, nearest(under, by_code))
    by_id = {each.id: each for each in known}
    place = place_in(under, [*by_id], data, top=True)
    return by_id.get(place) or Known("", "", TOP)


def _made(path: str, lines: Sequence[Line], above: Known, known: Sequence[Known]) -> FromTable:
    """What becomes of a table, with the problems of its lines among the others."""
    if is_of_offices(lines[0]):
        listed, problems = offices(path, lines)
        made = from_offices(path, listed, above, known)
    else:
        table, problems = rows(path, lines)
        made = from_regions(path, table, above, known)
    made.problems = sorted([*problems, *made.problems])
    return made


def _written(
    file: Path, above: Known, known: Sequence[Known], data: Path, translate: Translate
) -> int:
    lines, problems = lines_of(file)
    if problems:
        print_problems(problems, Path(), "", of_terminal())
        return FAULTY
    made = _made(file.as_posix(), lines, above, known)
    if made.problems:
        print_problems(made.problems, Path(), "", of_terminal())
        return FAULTY
    if is_of_offices(lines[0]) and (left := unused(lines[0])):
        said = translate("Columns that were not used: {names}.")
        print(said.format(names=printable(", ".join(left))))
    add(data, {each.path: each.text for each in made.new})
    said = translate("New agencies below {place}: {count}. There already: {kept}.")
    print(said.format(count=len(made.new), place=above.name, kept=made.kept))
    if made.new:
        print(translate("Complete them one after the other, then run pendopo check."))
    return 0
