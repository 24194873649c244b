"""Names in the order in which people count."""

from typing import get_args

import pytest

from pendopo.basics.natural import natural
from pendopo.kinds.agency.labels import TYPES
from pendopo.kinds.agency.record.agency import AgencyType


@pytest.mark.parametrize(
    "names",
    [
        ["Kecamatan 2", "Kecamatan 10"],
        ["Kecamatan 09", "kecamatan 10", "Kecamatan 011"],
        ["Desa", "Desa 1", "Desa 1 Barat", "Desa 1 Timur", "Desa A"],
        ["1 Ilir", "2 Ilir", "10 Ilir", "Ilir"],
        ["SDN 2 No. 9", "SDN 2 No. 10", "SDN 10 No. 1"],
        ["", "0", "1", "9" * 5000, "1" + "0" * 5000],
        ["A ²", "A ½", "A ٣"],
    ],
)
def test_numbers_count_by_their_value(names: list[str]) -> None:
    found = names[::-1]
    found.sort(key=natural)
    assert found == names


def test_labels_stand_in_the_order_of_the_types() -> None:
    assert tuple(TYPES) == get_args(AgencyType)
