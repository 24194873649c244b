"""Problems as JSON, for programs of one's own."""

import json
from collections.abc import Iterable

from pendopo.problems.formats.rows import Row
from pendopo.problems.problem import printable


def json_list(found: Iterable[Row], acknowledged: int = 0) -> str:
    """An object whose key `problems` lists all problems with the fields of `Row`.

    Its key `acknowledged` is the number of warnings that staff have acknowledged for good.

    It is plain ASCII: whatever the encoding of the terminal, the text stays JSON.
    """
    problems = [row._replace(path=printable(row.path, None))._asdict() for row in found]
    return json.dumps({"problems": problems, "acknowledged": acknowledged}, indent=2)
