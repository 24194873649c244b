"""`pendopo forms FOLDER`: forms for staff in the browser, by Sveltia CMS."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from pendopo.basics.translations import Translate
from pendopo.commands import MISUSED, options
from pendopo.commands.places import UnknownPlaceError, place_in
from pendopo.commands.planned import in_repository, planned
from pendopo.forms.configuration import REPOSITORY, Forms
from pendopo.forms.folder import files
from pendopo.forms.packages import FetchError, fetched
from pendopo.problems.report import lines

NOWHERE = "lokal/lokal"
"""Stands for no repository: then the forms work on a folder of this machine alone."""
MARK = "forms.json"
"""The file by which a folder is known as one of forms, which may be replaced."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""

    @click.command("forms", help=translate("Write forms for staff, which edit the data."))
    @click.argument("folder", type=click.Path(path_type=Path))
    @options.data(translate)
    @click.option(
        "--repository",
        envvar="GITHUB_REPOSITORY",
        metavar=translate("OWNER/NAME"),
        help=translate("The repository at GitHub; without it the forms edit local folders alone."),
    )
    @click.option("--branch", default="", help=translate("Its branch; that of GitHub by default."))
    @click.option(
        "--agency",
        default="",
        metavar=translate("AGENCY"),
        help=translate("Forms of this agency and those below it alone."),
    )
    @click.option(
        "--editor",
        type=click.Path(path_type=Path),
        metavar=translate("FOLDER"),
        help=translate("A folder with the archives of npm that the forms are made of."),
    )
    def forms(  # noqa: PLR0913, PLR0917
        folder: Path,
        data: Path,
        repository: str | None,
        branch: str,
        agency: str,
        editor: Path | None,
    ) -> int:
        if repository and not REPOSITORY.fullmatch(repository):
            raise click.UsageError(translate("Write --repository as OWNER/NAME."))
        site, problems = planned(data)
        directory = site.context.directory
        if missing := [each for each in problems if not each.path]:
            print(*lines(missing[0], f"{data}/", translate), sep="\n    ", file=sys.stderr)
            return MISUSED
        if said := _unsuited(folder, translate):
            print(said, file=sys.stderr)
            return MISUSED
        try:
            only = place_in(agency, [*directory.agencies], data, top=False) if agency else ""
            place = in_repository(data)
            found = Forms(directory, place, repository or NOWHERE, branch, only)
            _write(folder, files(found, fetched(editor)))
        except UnknownPlaceError as error:
            print(error.said(translate), file=sys.stderr)
            return MISUSED
        except FetchError as error:
            print(error.told(translate), file=sys.stderr)
            return MISUSED
        said = translate("The forms are in {folder}. To see them: {command}")
        served = f"{Path(sys.executable).name} -m http.server --bind 127.0.0.1 -d {folder}"
        print(said.format(folder=folder, command=served))
        return 0

    return forms


def _unsuited(folder: Path, translate: Translate) -> str:
    """Why a folder cannot be replaced by forms; empty where it can."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return translate("{folder} is no folder.").format(folder=folder)
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        said = translate("{folder} has other files. Name a folder that is new, or one of forms.")
        return said.format(folder=folder)
    return ""


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Puts the forms in place of an earlier folder of them."""
    new = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    for path, content in contents.items():
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if folder.is_dir():
        shutil.rmtree(folder)
    new.replace(folder)
