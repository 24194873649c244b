"""Sample redirects for the tests."""

from collections.abc import Mapping

from pendopo.site.samples import SampleRecord, Samples


def _edit(word: str) -> Mapping[str, str]:
    address = "-".join(word.lower().split()).replace("&", "dan")
    return {"redirects.yml": f"redirects: [{{old: lama/{address}, new: https://example.org/}}]\n"}


SAMPLES = Samples(
    records=(SampleRecord("redirects.yml", "portal"), SampleRecord("redirects.yml")),
    edit=_edit,
)
