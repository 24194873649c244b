"""Where and when an agency is reached: its address, accounts and opening hours."""

from typing import Literal

from pendopo.reading.fields import EndTime, Line, PostalCode, Time, WebAddress, described
from pendopo.reading.record import Model

Weekday = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]


class Address(Model):
    """The address of the agency's office."""

    street: Line = described("Street", "Street and number.", "Jalan Jenderal Sudirman 6")
    village: Line | None = described("Village", "Kelurahan or desa.", "Tangsi", None)
    district: Line | None = described("District", "Kecamatan.", "Binjai Kota", None)
    regency: Line | None = described("Regency", "Kabupaten or kota.", "Kota Binjai", None)
    province: Line | None = described("Province", "Province.", "Sumatera Utara", None)
    postal_code: PostalCode | None = described("Postal code", "Five digits.", "20714", None)


class SocialAccount(Model):
    """An account of the agency on a social network."""

    network: Line = described("Network", "Name of the network.", "Instagram")
    url: WebAddress = described(
        "Address", "Address of the account.", "https://www.instagram.com/pemkobinjai/"
    )


MIDNIGHT = "24:00"
"""The end of a day."""


class OpeningHours(Model):
    """The opening hours of one day, or of consecutive days; they may end on the next day."""

    first_day: Weekday = described("First day", "Day from which these hours hold.", "senin")
    last_day: Weekday | None = described(
        "Last day", "Last of the days in a row; leave it out for one day.", "kamis", None
    )
    opens: Time = described("Opens", "Hours and minutes.", "08:00")
    closes: EndTime = described("Closes", "Hours and minutes.", "16:00")
    note: Line | None = described("Note", "What else to know.", "istirahat pukul 12.00–13.00", None)

    @property
    def all_day(self) -> bool:
        """Whether the office never closes on these days."""
        return self.opens == "00:00" and self.closes == MIDNIGHT

    @property
    def overnight(self) -> bool:
        """Whether the office closes on the next day."""
        return self.closes < self.opens
