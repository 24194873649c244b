"""Reads files of the folders media again, to publish them."""

from pathlib import Path

from pendopo.basics.digests import digest
from pendopo.problems.problem import Problem
from pendopo.reading.entry import ChangedError
from pendopo.reading.files import content
from pendopo.reading.media import Media


def examined(folder: Path, media: Media) -> bytes:
    """The content of a media file. Raises `ChangedError` unless it is the content examined."""
    # Since then, the file may have been edited, or exchanged for a link to another one.
    found = content(folder, media.path, media.limit, "media-size")
    if isinstance(found, Problem) or digest(found) != media.digest:
        raise ChangedError(media.path)
    return found
