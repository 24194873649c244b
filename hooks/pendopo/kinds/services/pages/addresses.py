"""Addresses of the pages and files of services."""

NAME = "layanan"
ALL = f"{NAME}/"
CSV = f"{ALL}layanan.csv"


def of_agency(agency: str) -> str:
    """The list of an agency's services."""
    return f"{agency}/{NAME}/"


def service(agency: str, name: str) -> str:
    """One service."""
    return f"{of_agency(agency)}{name}/"


def within(agency: str = "") -> str:
    """The list of all agencies that have services, or of those below one agency."""
    return f"{ALL}instansi/{agency}/" if agency else ALL


def topic(key: str) -> str:
    """The services of all agencies about one topic."""
    return f"{ALL}topik/{key}/"
