"""`pendopo start`: writes a new repository of content."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import click

from pendopo.basics import clock
from pendopo.basics.translations import LANGUAGES, Translate
from pendopo.commands import MISUSED
from pendopo.commands.planned import FAULTY, planned, told
from pendopo.kinds.agency.record.agency import AgencyType
from pendopo.problems.problem import faults, printable
from pendopo.reading.fields import is_web_address
from pendopo.starter.names import folder_name, short_name
from pendopo.starter.pin import NoWheelError, pinned
from pendopo.starter.repository import PRODUCT, Answers, NotEmptyError, fill, write


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    return click.Command(
        "start",
        callback=partial(_answered, translate),
        params=[
            click.Argument(["folder"], type=click.Path(path_type=Path)),
            *_questions(translate),
            *_choices(translate),
        ],
        help=translate("Write a new repository of content to a folder."),
    )


def _questions(_: Translate) -> Iterator[click.Option]:
    """What is asked for where it is not given."""
    types = click.Choice(get_args(AgencyType))
    languages = click.Choice(LANGUAGES)
    code = _("Its region code, such as 12.75 (may be empty)")
    address = _("Address of the site, if it is not GitHub Pages (may be empty)")
    yield _question("name", _("Official name of the top agency"), _("Official name."), None)
    yield _question("type", _("Its type"), _("Type of the top agency."), "kota", types)
    yield _question("region-code", code, _("Code of the Ministry of Home Affairs."), "")
    yield _question(
        "language", _("Language of the labels"), _("Language of the labels."), "id", languages
    )
    head, links = _("Colour of the page's head"), _("Colour of links")
    yield _question("primary", head, _("Colour of the page's head."), "#14532d")
    yield _question("accent", links, _("Colour of links."), "#0f5e9c")
    yield _question("site-url", address, _("Address of the site."), "")


def _question(
    name: str, prompt: str, help_: str, default: str | None, kind: click.Choice[str] | None = None
) -> click.Option:
    return click.Option(
        [f"--{name}"],
        prompt=prompt,
        help=help_,
        default=default,
        show_default=bool(default),
        type=kind,
    )


def _choices(_: Translate) -> Iterator[click.Option]:
    """What has a sensible value where it is not given."""
    product = _("Repository of Pendopo whose workflows are called; without it they stand here.")
    portal = _("Name of the portal; made of the agency's.")
    yield click.Option(["--id"], default="", help=_("Name of its folder; made of its name."))
    yield click.Option(["--portal"], default="", help=portal)
    yield click.Option(["--product"], default="", metavar="OWNER/NAME@COMMIT", help=product)


def _answered(translate: Translate, folder: Path, **given: str) -> int:
    if given["product"] and not PRODUCT.fullmatch(given["product"]):
        raise click.UsageError(
            translate("--product needs an owner, a name and a whole commit: owner/pendopo@0123…")
        )
    site_url, name = given["site_url"].strip(), given["name"]
    if site_url and not is_web_address(site_url):
        said = translate("The address of the site needs https:// before it: {address}")
        raise click.UsageError(said.format(address=printable(f"https://{site_url}")))
    made = {
        "id": given["id"] or folder_name(name),
        "portal": given["portal"] or f"Profil {short_name(name)}",
        "site_url": site_url and site_url.rstrip("/") + "/",
        "today": clock.today().isoformat(),
    }
    return _started(folder, Answers(**{**given, **made}), translate)


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
