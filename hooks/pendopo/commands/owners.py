"""`pendopo owners`: CODEOWNERS of the key `maintainers` of every agency.yml."""

import sys
from pathlib import Path

import click

from pendopo.basics.translations import Translate
from pendopo.commands import MISUSED, options
from pendopo.commands.planned import FAULTY, in_repository, planned, repository, told
from pendopo.government.owners import NAMEABLE, DamagedError, owners, with_owners
from pendopo.problems.problem import faults

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where GitHub looks for it, in this order; only the first that is there counts."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("owners", help=translate("List who reviews changes, for GitHub's CODEOWNERS."))
    @click.argument("data", default="data", type=options.DataFolder())
    @click.option("--write", is_flag=True, help=translate("Write them to .github/CODEOWNERS."))
    @click.option("--check", is_flag=True, help=translate("Fail where that file differs."))
    def list_owners(data: Path, write: bool, check: bool) -> int:
        if write and check:
            raise click.UsageError(translate("Give --write or --check, not both."))
        site, problems = planned(data)
        if not told(site, faults(problems), data):
            return FAULTY
        folder = in_repository(data)
        if folder.startswith("/") or not NAMEABLE.fullmatch(folder):
            said = translate("{folder} is in no folder that CODEOWNERS could name.")
            print(said.format(folder=data), file=sys.stderr)
            return MISUSED
        lines = owners(site.context.directory, folder)
        if write or check:
            return _compared(lines, translate, write=write)
        print(*lines, sep="\n", end="\n" if lines else "")
        if not lines:
            print(translate("No agency.yml names maintainers."), file=sys.stderr)
        return 0

    return list_owners


def _compared(lines: list[str], translate: Translate, *, write: bool) -> int:
    """Compares the file with the lines, and writes them into it if asked to; the exit code."""
    places = [repository() / each for each in PLACES]
    file = next((each for each in places if each.is_file()), places[0])
    # Bytes, since lines of others are none of ours to convert.
    text = file.read_bytes().decode(errors="surrogateescape") if file.is_file() else ""
    try:
        wanted = with_owners(text, lines)
    except DamagedError:
        said = translate(
            "The marks in {file} are damaged. Remove all lines from the first mark to the last, "
            "and start again."
        )
        print(said.format(file=file), file=sys.stderr)
        return MISUSED
    if wanted == text:
        print(translate("{file} is up to date.").format(file=file))
        return 0
    if not write:
        said = translate("{file} differs from the data. Renew it: pendopo owners --write")
        print(said.format(file=file))
        return FAULTY
    file.parent.mkdir(exist_ok=True)
    # Put in place of a link that the repository may have there, not written through it.
    new = file.with_name(f"{file.name}.new")
    new.unlink(missing_ok=True)
    new.write_bytes(wanted.encode(errors="surrogateescape"))
    new.replace(file)
    print(translate("{file} was written.").format(file=file))
    return 0
