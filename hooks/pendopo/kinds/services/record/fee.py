"""What a service costs: nothing, one amount, or an amount for each case."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator

from pendopo.basics.numbers import AMBIGUOUS, RUPIAH, plain_number
from pendopo.reading.accepts import Accepts, Short
from pendopo.reading.fields import WITH_DIGITS, Line, Rupiah, Statement, described, refuse
from pendopo.reading.record import Model

FREE = {"gratis", "tidak dipungut biaya", "tanpa biaya", "nihil", "nol"}
"""Words that say that nothing is to be paid."""


def _money(value: object) -> object:
    """Converts words for nothing to 0; refuses thousands behind a comma, which would be lost."""
    if not isinstance(value, str):
        return value
    bare = RUPIAH.sub("", value.strip())
    if "," in bare and AMBIGUOUS.fullmatch(bare):
        raise refuse("number-english", reading=bare.replace(",", "."))
    return "0" if value.strip().casefold() in FREE else value


Money = Annotated[
    Rupiah,
    Accepts("number", rf"(?i:{'|'.join(sorted(FREE))})|{WITH_DIGITS}", 0),
    BeforeValidator(_money),
]
"""Rupiah: `gratis`, or a number with or without `Rp`."""


class Tariff(Model):
    """What one case costs."""

    what: Line = described("What", "For which case this is paid.", "Pengujian air, per sampel")
    amount: Money = described("Amount", "Rupiah, or gratis.", "50.000")


class FeeRecord(Model):
    """What is paid: one amount, or a table of amounts."""

    amount: Money | None = described("Amount", "Rupiah, or gratis.", "25.000", None)
    table: tuple[Tariff, ...] = described(
        "Table",
        "Amounts for several cases.",
        [{"what": "Pengujian air, per sampel", "amount": "50.000"}],
        (),
    )
    note: Statement | None = described(
        "Note", "What else to know.", "Dibayar ke kas daerah lewat bank.", None
    )

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """All amounts that may have to be paid."""
        table = [each.amount for each in self.table]
        return (*([] if self.amount is None else [self.amount]), *table)

    @property
    def is_free(self) -> bool:
        """Whether nothing is ever paid."""
        return not any(self.amounts)


def _fee(value: object) -> object:
    return {"amount": value} if isinstance(value, str) else value


Fee = Annotated[FeeRecord, Short("amount"), BeforeValidator(_fee)]
"""`gratis`, an amount, or a mapping with more."""


def ends(amounts: Iterable[Decimal]) -> tuple[str, str]:
    """The lowest and the highest amount, as `25000`; empty texts if there are none."""
    found = sorted(amounts)
    return (plain_number(found[0]), plain_number(found[-1])) if found else ("", "")
