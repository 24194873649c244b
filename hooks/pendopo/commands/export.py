"""`pendopo export`: writes the site as documents that another generator builds."""

import sys
from importlib.util import find_spec
from pathlib import Path

import click

from pendopo.basics.translations import Translate, translations
from pendopo.build.export import ExportRefusedError
from pendopo.build.export import export as written
from pendopo.commands import MISUSED, options
from pendopo.commands.planned import FAULTY, planned, told
from pendopo.mkdocs.run import own_templates
from pendopo.mkdocs.stylesheet import without_unused
from pendopo.rendering.own_templates import TemplateFaultError
from pendopo.rendering.own_templates import problems as found_in
from pendopo.rendering.template_files import Templates
from pendopo.rendering.templates import environment

MATERIAL = "templates/assets/stylesheets/main.*.min.css"


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate("Write the site as Markdown documents that another generator builds.")

    @click.command("export", help=help_)
    @click.argument("folder", type=click.Path(path_type=Path))
    @options.data(translate)
    @options.quiet(translate)
    def export(folder: Path, data: Path, quiet: bool) -> int:
        site, problems = planned(data)
        if not told(site, problems, data):
            return FAULTY
        _ = translations(site.context.language).gettext
        templates = Templates.of(own_templates())
        files = environment(site.context.language, templates, site.context.kinds)
        if not told(site, found_in(templates, files), Path()):
            return FAULTY
        try:
            count = written(site, data, folder, _stylesheet(), templates)
        except TemplateFaultError as error:
            told(site, [error.problem], Path())
            return FAULTY
        except ExportRefusedError:
            said = _("{folder} is not empty and no earlier export; choose another folder.")
            print(said.format(folder=folder), file=sys.stderr)
            return MISUSED
        except OSError as error:
            said = _("{folder} cannot be written: {reason}.")
            print(said.format(folder=folder, reason=error.strerror), file=sys.stderr)
            return MISUSED
        if not quiet:
            print(_("{count} files were written to {folder}.").format(count=count, folder=folder))
        return 0

    return export


def _stylesheet() -> str:
    """The rules of Material's stylesheet that pages use; none where Material is not installed."""
    found = find_spec("material")
    folders = (found.submodule_search_locations if found else None) or []
    paths = [path for each in folders for path in Path(each).glob(MATERIAL)]
    return "".join(without_unused(path.read_text(encoding="utf-8")) for path in sorted(paths))
