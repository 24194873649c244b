"""Rules that check albums."""

from collections.abc import Iterator

from pendopo.kinds.albums.record import AlbumRecord
from pendopo.reading.finding import Finding
from pendopo.reading.record import pictures_rules


def album_rules(album: AlbumRecord) -> Iterator[Finding]:
    """An album has a picture or a video, none twice, and its pictures have texts."""
    if not album.pictures and not album.videos:
        yield Finding((), "album-empty")
    yield from pictures_rules(album.pictures, ("pictures",))
    known: set[str] = set()
    for index, each in enumerate(album.videos):
        if each.url in known:
            yield Finding(("videos", index, "url"), "video-twice", {"value": each.url})
        known.add(each.url)
    if album.day and album.updated and album.updated < album.day:
        yield Finding(("updated",), "album-early", {"value": album.updated, "first": album.day})
