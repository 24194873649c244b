"""The index of the API, and the JSON Schemas of all its files."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any, NotRequired, get_type_hints

from typing_extensions import TypedDict

from pendopo.basics import addresses
from pendopo.kinds.agency.machines import AGENCIES, AGENCY, Agencies, agency_file
from pendopo.site import api
from pendopo.site.context import Context
from pendopo.site.input_schemas import names
from pendopo.site.kind import Registry
from pendopo.site.page import DataFile

INDEX = "index"


class Licence(TypedDict):
    """The licence under which others may use the content."""

    title: str
    url: NotRequired[api.Url]


class _IndexHead(TypedDict):
    name: str
    language: str
    licence: NotRequired[Licence]
    page: api.Url
    feed: NotRequired[api.Url]
    agencies: api.Url


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield the index of the API and the schemas of all files."""
    yield DataFile(addresses.api(INDEX), partial(_index, context), api.text)
    for name, kind_of_file in files(context.kinds).items():
        yield DataFile(addresses.schema(name), partial(str, name), partial(_schema, kind_of_file))


@cache
def files(kinds: Registry) -> Mapping[str, Any]:
    """Return the types of all files by schema name."""
    found = {INDEX: index_file(kinds), AGENCIES: Agencies, AGENCY: agency_file(kinds)}
    for kind in kinds:
        found |= kind.api.files if kind.api else {}
    return found


def index_file(kinds: Registry) -> Any:
    """Return the type of the index, including the keys that kinds add."""
    fields: dict[str, Any] = get_type_hints(_IndexHead, include_extras=True)
    for kind in kinds:
        fields |= kind.api.index if kind.api else {}
    fields["schemas"] = fields["input_schemas"] = dict[str, api.Url]
    return api.file_type("Index", "What there is.", fields)


def _schema(kind_of_file: Any, name: str) -> str:
    return api.schema_text(kind_of_file)


def _index(context: Context) -> dict[str, Any]:
    portal, kinds = context.directory.portal, context.kinds
    base = addresses.base(context.site_url, addresses.api(INDEX))
    feeds = kinds.feeds(context, None)
    found: dict[str, Any] = {
        "name": portal.name,
        "language": portal.language,
        "licence": {
            "title": portal.licence.title if portal.licence else "",
            "url": (portal.licence and portal.licence.url) or "",
        },
        "page": base(addresses.PORTAL),
        "feed": base(feeds[0].address) if feeds else "",
        "agencies": base(addresses.api(AGENCIES)),
    }
    for kind in kinds:
        if kind.api and kind.api.index_values:
            found |= kind.api.index_values(context, base)
    found["schemas"] = {name: base(addresses.schema(name)) for name in files(kinds)}
    found["input_schemas"] = {name: base(addresses.input_schema(name)) for name in names(kinds)}
    return api.with_schema(INDEX, found, base)
