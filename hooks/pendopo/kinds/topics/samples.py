"""Sample topics for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    return {"topics.yml": f'topics: [{{key: pohon, name: "{word}", description: "{word}"}}]\n'}


SAMPLES = Samples(
    records=(SampleRecord("topics.yml", "portal"),),
    edit=_edit,
    pages={"topics": "berita/topik/", "topic": "berita/topik/pemerintahan/"},
)
