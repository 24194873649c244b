"""The rule that records name only topics that there are."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from pendopo.government.directory import Directory
from pendopo.kinds.topics.record import TOPICS
from pendopo.kinds.topics.vocabulary import VOCABULARY
from pendopo.problems.problem import Problem
from pendopo.reading.entry import Entry


def unknown_topics(
    entries: Iterable[Entry[Any, Any]], directory: Directory, paths: Collection[str]
) -> Iterator[Problem]:
    """The `topics` of records are listed in topics.yml; while that has errors, none is judged."""
    sound = [each.whole for each in directory.records(TOPICS)]
    if all(sound) and (sound or "topics.yml" not in paths):
        for entry in entries:
            yield from _of(entry, directory)


def _of(entry: Entry[Any, Any], directory: Directory) -> Iterator[Problem]:
    vocabulary = directory.fact(VOCABULARY)
    for index, name in enumerate(entry.brief.topics):
        if vocabulary.topic(name):
            continue
        location = ("topics", index)
        if near := vocabulary.names.nearest(name):
            yield entry.problem(location, "topic-unknown-nearest", value=name, nearest=near)
        elif not vocabulary.names:
            yield entry.problem(location, "topic-none", value=name)
        else:
            known = vocabulary.names.listed
            yield entry.problem(location, "topic-unknown", value=name, known=known)
