"""What an agency passes on to those below it, as text for its brief."""

from functools import lru_cache

from pendopo.kinds.agency.record.complaints import ComplaintChannel, InformationOfficer
from pendopo.kinds.agency.record.contacts import Address
from pendopo.kinds.agency.record.hours import ClosedDays, OtherHours
from pendopo.reading.record import Model
from pendopo.reading.telephones import PhoneEntry


class PassedOn(Model):
    """The parts of an agency that pages of agencies below may show too."""

    other_hours: tuple[OtherHours, ...] = ()
    closed: tuple[ClosedDays, ...] = ()
    complaints: tuple[ComplaintChannel, ...] = ()
    information_officer: InformationOfficer | None = None
    phones: tuple[PhoneEntry, ...] = ()
    emails: tuple[str, ...] = ()
    address: Address | None = None

    @classmethod
    def of(cls, record: Model) -> "PassedOn":
        """The parts of the record of an agency, which has fields of these names."""
        return PassedOn.model_construct(
            **{name: getattr(record, name) for name in cls.model_fields}
        )

    @property
    def text(self) -> str:
        """These parts as a brief holds them; empty if there are none."""
        return "" if self == NOTHING else self.model_dump_json(exclude_defaults=True)


NOTHING = PassedOn()


@lru_cache(maxsize=64)
def passed_on(text: str) -> PassedOn:
    """The parts that a brief holds as `text`."""
    return PassedOn.model_validate_json(text) if text else NOTHING
