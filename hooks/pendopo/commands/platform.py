"""Commands that MkDocs carries out."""

import os
import sys
from urllib.parse import urlsplit

from pendopo.basics.translations import Translate
from pendopo.commands import MISUSED
from pendopo.mkdocs.run import configured, run


def carried_out(translate: Translate, name: str, *given: str, quiet: bool = False) -> int:
    """Runs MkDocs's command `name`; returns its exit code, 2 where it cannot begin."""
    if not configured():
        said = translate("There is no mkdocs.yml in this folder. Go to the folder that has it.")
        print(said, file=sys.stderr)
        return MISUSED
    try:
        urlsplit(os.environ.get("SITE_URL", ""))
    # MkDocs would end in a traceback, before any of its events.
    except ValueError:
        said = translate(
            "SITE_URL is no address. Write it whole, such as https://www.example.go.id/."
        )
        print(said, file=sys.stderr)
        return MISUSED
    return run(name, *given, quiet=quiet)
