"""Nothing that is made of data grows faster than the data: neither work, messages nor pages."""

from pathlib import Path

import pytest

from conftest import often
from growth import GROWING, Cost, chain, cost

FEW = 24
MOST = 12
"""Ten times the data may cost so many times as much, beyond what any data cost."""
ROUNDING = 4_000


@pytest.mark.parametrize("name", often(GROWING, every=20))
def test_ten_times_the_data_cost_some_ten_times_as_much(tmp_path: Path, name: str) -> None:
    made = GROWING[name]
    cost(tmp_path / "warm", made(1))
    one, few, many = (cost(tmp_path / str(count), made(count)) for count in (1, FEW, 10 * FEW))
    for what in Cost.__dataclass_fields__:
        least, less, more = (getattr(each, what) for each in (one, few, many))
        assert more - least <= MOST * max(less - least, 0) + ROUNDING, what


def test_agencies_whose_goals_all_serve_all_others_have_pages_of_bounded_size(
    tmp_path: Path,
) -> None:
    made = [cost(tmp_path / str(levels), chain(levels, 7)).written for levels in (4, 8)]
    assert made[1] < 4 * made[0]
    assert made[1] < 5_000_000
