"""The pledge of an agency to keep the standards of its services (maklumat pelayanan)."""

from pendopo.reading.fields import Day, Line, Statement, described
from pendopo.reading.record import Model


class ServicePledge(Model):
    """The pledge, word for word (Undang-Undang 25/2009, article 22)."""

    text: Statement = described(
        "Text", "The pledge, word for word.", "Dengan ini kami menyatakan sanggup …"
    )
    signed_by: Line = described("Signed by", "Who signed it: the office.", "Camat Binjai Kota")
    date: Day = described("Date", "The day of its signature.", "2026-01-05")
