"""What a change of a record does, as its kind tells it to those who approve it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple, get_args

from pendopo.basics.translations import Translate
from pendopo.reading.record import Model

Harm = Literal["contact", "account", "link", "target", "actual", "page"]
"""What a change may do harm to, and so is to be looked at before all others, in this order.

How an agency is reached, a number that people may send money to, the host that a link leads to, a
target, the actual value of a year that has ended, a page that others link to.
"""
HARMS = get_args(Harm)


class Change(NamedTuple):
    """One change in a sentence, with the values before and after it; `harm` may be empty."""

    said: str
    harm: Harm | Literal[""] = ""
    before: str = ""
    after: str = ""


class Around(NamedTuple):
    """The records that two parts belong to, the day, and the translation of what is said."""

    before: Any
    after: Any
    today: date
    translate: Translate


@dataclass(frozen=True)
class Compared:
    """How a kind compares two states of a part of its records itself, with `of`.

    `part` is the model of that part. Its `fields` are not compared in the general way then. `lost`
    is the harm that it may do if such a part is gone, if any.
    """

    part: type[Model]
    fields: frozenset[str]
    of: Callable[[Any, Any, Around], Iterable[Change]]
    lost: Harm | None = None
