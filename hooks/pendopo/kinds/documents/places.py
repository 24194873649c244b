"""Addresses of the pages and files about documents and public information."""

LIST = "dokumen"
INFORMATION = "informasi-publik"


def documents(agency: str, part: str = "", number: int | None = None) -> str:
    """The list of an agency's documents, or of a part such as `jenis/sop`; a page, or the first."""
    steps = (agency, LIST, part, f"halaman/{number}" if number else "")
    return "".join(f"{each}/" for each in steps if each)


def document(agency: str, name: str) -> str:
    """One document."""
    return f"{agency}/{LIST}/{name}/"


def information(agency: str, category: str = "", number: int | None = None) -> str:
    """The list of public information of an agency, or of one category; a page, or the first."""
    steps = (agency, INFORMATION, category, f"halaman/{number}" if number else "")
    return "".join(f"{each}/" for each in steps if each)


def information_file(agency: str) -> str:
    """The list of public information for spreadsheets."""
    return f"{information(agency)}informasi-publik.csv"


def completeness(agency: str) -> str:
    """What an agency publishes of that which the law wants."""
    return f"{information(agency)}kelengkapan/"


def completeness_file(agency: str = "") -> str:
    """The same for spreadsheets, of an agency or of all."""
    return f"{completeness(agency) if agency else f'{INFORMATION}/'}kelengkapan.csv"


def of_all(within: str = "") -> str:
    """What all agencies publish of that which the law wants, or those below one."""
    return f"{INFORMATION}/{within}/" if within else f"{INFORMATION}/"
