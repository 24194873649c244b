"""build.json: which state of the data is published, for programs that watch a site."""

import json
from collections.abc import Mapping
from typing import Any

from pendopo import __version__
from pendopo.basics.fingerprints import fingerprint
from pendopo.build.output import Outputs
from pendopo.build.setup import Setup
from pendopo.government.standing import Standing


def account(outputs: Outputs, agencies: int, setup: Setup) -> str:
    """The text of build.json for a site of the files `outputs`.

    Equal pages have an equal `digest`, whoever has built them and when. `standing` is empty where
    all agencies are shown as they are now; the agency "" stands for the portal's own files.
    """
    pages = {path: each.digest for path, each in outputs.items() if path.endswith(".html")}
    found = {
        "pendopo": __version__,
        # The publisher names it: data that are edited or copied are of no commit of any history.
        **({"commit": setup.commit} if setup.commit else {}),
        "today": setup.today.isoformat(),
        "agencies": agencies,
        "pages": len(pages),
        "digest": fingerprint(sorted(pages.items())),
        "standing": [_row(agency, each) for agency, each in sorted(setup.standing.items())],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _row(agency: str, standing: Standing) -> Mapping[str, Any]:
    """An agency that is shown as in a commit of the day `since`, or is left out.

    With `above`, it is left out because that agency above it is.
    """
    if standing.commit:
        return {"agency": agency, "commit": standing.commit, "since": standing.day}
    above = {"above": standing.above} if standing.above else {}
    return {"agency": agency, "left_out": True, **above}
