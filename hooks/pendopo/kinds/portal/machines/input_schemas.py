"""The JSON Schemas of the files that staff write, for editors elsewhere."""

from collections.abc import Iterator
from functools import partial

from pendopo.basics import addresses
from pendopo.site.context import Context
from pendopo.site.input_schemas import names, schemas, text
from pendopo.site.kind import Registry
from pendopo.site.page import DataFile


def of_all(context: Context) -> Iterator[DataFile]:
    """Yield a file for each schema."""
    for name in names(context.kinds):
        address = addresses.input_schema(name)
        yield DataFile(address, partial(str, name), partial(_schema, context.kinds))


def _schema(kinds: Registry, name: str) -> str:
    return text(schemas(kinds)[name])
