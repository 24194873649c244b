"""Commands that MkDocs carries out."""

import sys

from pendopo.basics.translations import Translate
from pendopo.mkdocs.run import configured, run

MISUSED = 2


def carried_out(translate: Translate, name: str, *given: str) -> int:
    """Runs MkDocs's command `name`; returns its exit code, 2 where there is no site."""
    if not configured():
        said = translate("There is no mkdocs.yml in this folder. Go to the folder that has it.")
        print(said, file=sys.stderr)
        return MISUSED
    return run(name, *given)
