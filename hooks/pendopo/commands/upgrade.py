"""`pendopo upgrade`: moves a repository of content to another version of Pendopo."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from pendopo import __version__
from pendopo.basics.translations import Translate
from pendopo.commands import MISUSED, options
from pendopo.commands.planned import FAULTY, planned, told
from pendopo.migrations import number
from pendopo.rendering.template_files import TEMPLATES
from pendopo.starter import upgrade as moving
from pendopo.starter.upgrade import Pinned, UpgradeError, Wheel


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate(
        "Move this repository to the newest version of Pendopo, or to that of a WHEEL."
    )

    @click.command("upgrade", help=help_)
    @click.argument("wheel", default="")
    @options.data(translate)
    @click.option("--was", type=click.Path(path_type=Path), hidden=True, help="")
    def upgrade(wheel: str, data: Path, was: Path | None) -> int:
        try:
            pinned = moving.pinned_by(Path())
            place = wheel or moving.newest(pinned)
            found = moving.wheel_at(place)
            if number(found.version) <= number(pinned.version):
                said = translate("Nothing to do: this repository has version {version} already.")
                print(said.format(version=pinned.version))
                return 0
            if found.version != __version__ and not was:
                return _by_the_new_one(found, place, data)
            return _moved(found, pinned, data, was, translate)
        except UpgradeError as error:
            print(reasons(translate)[error.reason].format(value=error.value), file=sys.stderr)
            return MISUSED

    return upgrade


def reasons(translate: Translate) -> dict[str, str]:
    """Why a repository cannot be moved, in sentences, by the words of `UpgradeError`."""
    return {
        "unpinned": translate(
            "requirements.txt in this folder names no version of Pendopo. Go to the folder of a "
            "repository that pendopo start has made."
        ),
        "unnamed": translate("Name the file or the address of the new version's wheel."),
        "unreachable": translate("{value} does not answer. Download the wheel, and name its file."),
        "unsound": translate("{value} is no wheel of Pendopo."),
        "needs": translate(
            "The new version needs packages that are not installed. Install {value}, and repeat."
        ),
    }


def _by_the_new_one(wheel: Wheel, place: str, data: Path) -> int:
    """Lets the code of the new version move the repository: it alone knows what has changed."""
    with TemporaryDirectory() as folder:
        moving.unpack(wheel, Path(folder))
        environment = {**os.environ, "PYTHONPATH": folder, "PYTHONUTF8": "1"}
        if _answer(environment) != wheel.version:
            raise UpgradeError("needs", place)
        more = ["--data", str(data), "--was", str(TEMPLATES)]
        command = [sys.executable, "-m", "pendopo", "upgrade", place, *more]
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603


def _answer(environment: dict[str, str]) -> str:
    """The version whose code answers in `environment`; empty where it cannot be imported."""
    probe = "import pendopo.commands.upgrade, pendopo; print(pendopo.__version__)"
    command = [sys.executable, "-c", probe]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603
    return done.stdout.decode(errors="replace").strip()


def _moved(wheel: Wheel, pinned: Pinned, data: Path, was: Path | None, translate: Translate) -> int:
    print(moving.changes(pinned.version), end="\n\n")
    for migration, count in moving.move(Path(), data, wheel, pinned):
        print(
            translate("{count} files: {what}").format(count=count, what=translate(migration.what))
        )
    for path in moving.worth_a_look(Path(), was) if was else ():
        said = translate("{path}: the template that it replaces has changed; compare them.")
        print(said.format(path=path))
    said = translate("Version {version} is pinned now. Look at the changes before you keep them.")
    print(said.format(version=wheel.version))
    return 0 if told(*planned(data), data) else FAULTY
