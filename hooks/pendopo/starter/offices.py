"""The agencies below one place, made of a table of offices."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from pendopo.problems.problem import Problem, faults
from pendopo.starter.from_tables import FromTable, Known, at_cell, free_name, new_agency
from pendopo.starter.names import folder_name
from pendopo.starter.office_table import Office
from pendopo.starter.records import New, judged
from pendopo.starter.templates import scalar

SEVERAL = re.compile(r"\s*[,;]\s*|\s+/\s+|(?<=\d{5})/(?=\d)", re.ASCII)
"""What stands between several telephone numbers or addresses in one cell: not that of an area code,
as in `0274/512345`.
"""
KEYS = {"street": "address", "postal_code": "address"}
"""The keys of agency.yml that hold what columns of other names tell."""


def from_offices(
    path: str, table: Sequence[Office], under: Known, known: Sequence[Known]
) -> FromTable:
    """The agencies that `table` has below `under`; problems are those of lines of `path`.

    An agency of the same name in the same place is kept. `under` with an empty id is the top.
    """
    done = FromTable()
    there = {each.name.casefold() for each in known if each.id.rpartition("/")[0] == under.id}
    taken = {each.id.rpartition("/")[2] for each in known if each.id.rpartition("/")[0] == under.id}
    for office in table:
        if office.values["name"].casefold() in there:
            done.kept += 1
            continue
        new = _new(office, under.id, taken)
        taken.add(new.name)
        done.new.append(new)
        done.problems += [_told(each, office, new, path) for each in faults(judged(new))]
    done.problems.sort()
    return done


def _new(office: Office, above: str, taken: set[str]) -> New:
    values = office.values
    given = {key: values[key] for key in ("type", "short_name") if key in values}
    folder = free_name(_names(values["name"]), above, taken)
    new = new_agency(above, folder, {"title": values["name"], **given})
    for key, block in _blocks(values):
        new = new._replace(text=with_block(new.text, key, block))
    return new


def _names(name: str) -> Iterator[str]:
    """Names for the folder of an agency, the best first, without end."""
    best = folder_name(name) or "instansi"
    yield best
    yield from (f"{best}-{number}" for number in count(2))


def _blocks(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The lines of YAML for what the draft leaves out, by their key."""
    address = {key: values[key] for key in KEYS if key in values}
    if address:
        rows = "".join(f"  {key}: {scalar(text)}\n" for key, text in address.items())
        yield "address", f"address:\n{rows}"
    for key in ("phones", "emails"):
        if key in values:
            rows = "".join(f"  - {scalar(each)}\n" for each in SEVERAL.split(values[key]) if each)
            yield key, f"{key}:\n{rows}"
    if "website" in values:
        yield "website", f"website: {scalar(values['website'])}\n"


def with_block(text: str, key: str, block: str) -> str:
    """The draft with a block of lines in the place of the remark that shows its key.

    Raises `ValueError` where no remark does.
    """
    found = re.search(rf"^# {key}:.*\n(?:#  .*\n)*", text, re.MULTILINE)
    if not found:
        raise ValueError(f"The draft of an agency does not show {key}.")
    return text[: found.start()] + block + text[found.end() :]


def _told(found: Problem, office: Office, new: New, path: str) -> Problem:
    """The problem of a new record at the place in the table where its value stands."""
    above = [*reversed(new.text.split("\n")[: found.line])]
    keys = [each[1] for each in map(re.compile(r"\s*(?:- )?(\w+):").match, above) if each]
    key = next((each for each in keys if each in office.columns), "name")
    return at_cell(found, path, office.line, office.columns[key])
