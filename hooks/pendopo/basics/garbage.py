"""Work during which the garbage collector rests, and the end of a process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collections() -> Iterator[None]:
    """Does without collections, as work may that keeps nearly all objects which it creates."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def no_last_collection() -> None:
    """Does without the collection at the end of a process, which visits all that is in memory."""
    gc.freeze()
