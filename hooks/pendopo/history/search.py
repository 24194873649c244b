"""Searches for a sound government: agencies with faults go back in their history, one by one."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pendopo.government.standing import Standing
from pendopo.history.files import inner_folders, mirror, move, owner_of, owners_below, remove
from pendopo.history.git import History
from pendopo.history.states import States
from pendopo.problems.problem import Problem
from pendopo.site.kind import Registry

MOST_ROUNDS = 20
"""How often the whole is checked at most."""
PATIENCE = 10
"""From this round on an agency with faults is left out, instead of going a further step back."""
Check = Callable[[Path], Sequence[Problem]]
"""Finds the faults of a whole data folder."""


class Sound(NamedTuple):
    """A data folder without faults, and all that is not the newest in it: see `Setup.standing`."""

    folder: Path
    standing: Mapping[str, Standing]


def search(
    data: Path, workshop: Path, kinds: Registry, check: Check, found: Sequence[Problem]
) -> Sound | None:
    """Makes a sound data folder of `data`, which has the faults `found`, within `workshop`.

    None where there is none: where the portal's own files were never sound, or the folder itself
    cannot be read. Raises `OSError` where files cannot be written.
    """
    # Without the folder of all agencies there would be a site without any.
    if any(each.path in ("", "agencies") for each in found):
        return None
    target = workshop / "sound"
    mirror(data, target)
    going = _Going(target, States(History(data), workshop / "trial", kinds))
    place = data
    for turn in range(MOST_ROUNDS):
        owners = {owner_of(place, each.path, going.inner) for each in found}
        # An agency before those below it: if it is left out, so are they.
        if not all(going.back(each, patient=turn < PATIENCE) for each in sorted(owners)):
            return None
        place, found = target, check(target)
        if not found:
            shutil.rmtree(workshop / "trial", ignore_errors=True)
            return Sound(target, going.standing)
    return None


@dataclass
class _Going:
    """Where each agency with faults stands by now, in the folder `target`."""

    target: Path
    states: States
    standing: dict[str, Standing] = field(default_factory=dict)
    further: dict[str, Iterator[Standing]] = field(default_factory=dict)
    """The states of each agency that are left to try."""

    def __post_init__(self) -> None:
        self.inner = inner_folders(self.states.kinds)

    def back(self, owner: str, *, patient: bool) -> bool:
        """Lets an agency go one state back, or leaves it out; returns whether that was possible."""
        known = self.standing.get(owner)
        if known and not known.commit:
            # Left out already: nothing is left to take back, unless it went with the one above.
            return bool(known.above)
        left = self.further.setdefault(owner, self.states.of(owner))
        state = next(left, None) if patient else None
        remove(self.target, owner, self.inner)
        if state:
            move(self.states.trial, self.target)
            self.standing[owner] = state
            return True
        if owner:
            self._leave_out(owner)
        return bool(owner)

    def _leave_out(self, owner: str) -> None:
        below = owners_below(self.target, owner, self.inner)
        self.standing[owner] = Standing()
        self.standing |= {each: Standing(above=owner) for each in below}
        shutil.rmtree(self.target / "agencies" / owner, ignore_errors=True)
