"""`pendopo start`: writes a new repository of content."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import click

from pendopo.basics import clock
from pendopo.basics.translations import LANGUAGES, Translate
from pendopo.commands import MISUSED
from pendopo.commands.planned import FAULTY, planned, told
from pendopo.kinds.agency.record import AgencyType
from pendopo.problems.problem import faults
from pendopo.starter.pin import NoWheelError, pinned
from pendopo.starter.repository import (
    PRODUCT,
    Answers,
    NotEmptyError,
    fill,
    folder_name,
    short_name,
    write,
)


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    _ = translate

    @click.command("start", help=_("Write a new repository of content to a folder."))
    @click.argument("folder", type=click.Path(path_type=Path))
    @click.option("--name", prompt=_("Official name of the top agency"), help=_("Official name."))
    @click.option(
        "--type",
        "type_",
        type=click.Choice(get_args(AgencyType)),
        prompt=_("Its type"),
        default="kota",
        show_default=True,
        help=_("Type of the top agency."),
    )
    @click.option(
        "--region-code",
        prompt=_("Its region code, such as 12.75 (may be empty)"),
        default="",
        show_default=False,
        help=_("Code of the Ministry of Home Affairs."),
    )
    @click.option("--id", "id_", default="", help=_("Name of its folder; made of its name."))
    @click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        prompt=_("Language of the labels"),
        default="id",
        show_default=True,
        help=_("Language of the labels."),
    )
    @click.option(
        "--primary",
        prompt=_("Colour of the page's head"),
        default="#14532d",
        show_default=True,
        help=_("Colour of the page's head."),
    )
    @click.option(
        "--accent",
        prompt=_("Colour of links"),
        default="#0f5e9c",
        show_default=True,
        help=_("Colour of links."),
    )
    @click.option(
        "--site-url",
        prompt=_("Address of the site, if it is not GitHub Pages (may be empty)"),
        default="",
        show_default=False,
        help=_("Address of the site."),
    )
    @click.option("--portal", default="", help=_("Name of the portal; made of the agency's."))
    @click.option(
        "--product",
        default="",
        metavar="OWNER/NAME@COMMIT",
        help=_("Repository of Pendopo whose workflows are called; without it they stand here."),
    )
    def start(
        folder: Path,
        name: str,
        type_: str,
        region_code: str,
        id_: str,
        language: str,
        primary: str,
        accent: str,
        site_url: str,
        portal: str,
        product: str,
    ) -> int:
        if product and not PRODUCT.fullmatch(product):
            said = _("--product needs an owner, a name and a whole commit: owner/pendopo@0123…")
            raise click.UsageError(said)
        answers = Answers(
            name=name,
            type=type_,
            id=id_ or folder_name(name),
            region_code=region_code,
            language=language,
            primary=primary,
            accent=accent,
            site_url=site_url and site_url.rstrip("/") + "/",
            portal=portal or f"Profil {short_name(name)}",
            today=clock.today().isoformat(),
            product=product,
        )
        return _started(folder, answers, translate)

    return start


def _started(folder: Path, answers: Answers, translate: Translate) -> int:
    try:
        pin = pinned()
        with TemporaryDirectory() as temporary:
            fill(Path(temporary, "new"), answers, pin)
            data = Path(temporary, "new/data")
            site, problems = planned(data)
            if faults(problems):
                told(site, problems, Path("data"))
                return FAULTY
        write(folder, answers, pin)
    except NoWheelError:
        said = translate("Install Pendopo from a wheel, which a new repository can pin.")
        print(said, file=sys.stderr)
        return MISUSED
    except NotEmptyError:
        said = translate("{folder} is not empty; choose another folder.")
        print(said.format(folder=folder), file=sys.stderr)
        return MISUSED
    said = translate("The repository is in {folder}. Next: cd {folder} and pendopo serve.")
    print(said.format(folder=folder))
    return 0
