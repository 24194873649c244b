"""Charts: nothing is cut off, nothing overlaps, whatever the numbers."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from budgets import tries
from pendopo.basics.numbers import Amount, Span
from pendopo.basics.translations import compact
from pendopo.kinds.plans.charts import CHARACTER, Chart, Slot, chart

NUMBERS = st.decimals(-(10**12), 10**12, places=3, allow_nan=False, allow_infinity=False)
NUMBERS |= st.integers(-3, 120).map(Decimal)
SPANS = st.tuples(NUMBERS, NUMBERS).map(lambda each: Span(min(each), max(each)))
AMOUNTS: st.SearchStrategy[Amount | None] = st.none() | NUMBERS | SPANS | st.just("baik")
YEARS = st.sampled_from(["2025", "1"])
SLOTS = st.lists(st.builds(Slot, YEARS, AMOUNTS, AMOUNTS, st.none(), AMOUNTS), max_size=26)


def short(tick: Decimal) -> str:
    return compact(tick, "id")


def drawn(*slots: Slot) -> Chart:
    found = chart(slots, short)
    assert found is not None
    return found


@tries(400)
@given(SLOTS, st.none() | NUMBERS)
def test_every_mark_lies_within_the_drawing(slots: list[Slot], baseline: Decimal | None) -> None:
    if baseline is not None:
        slots = [Slot("2024", baseline=baseline), *slots]
    found = chart(slots, short)
    numbers = [each for slot in slots for each in slot[1:] if isinstance(each, Decimal | Span)]
    assert (found is None) == (not numbers)
    if found is None:
        return
    left, right = float(found.left), float(found.right)
    for box in (*found.bars, *found.spans, *found.past):
        assert left <= float(box.x) <= float(box.x) + float(box.width) <= right
        assert 0 <= float(box.y) <= float(box.y) + float(box.height) <= found.height
        assert float(box.height) > 0
    for dot in (*found.targets, *([found.baseline] if found.baseline else [])):
        assert left < float(dot.x) < right
        assert 0 < float(dot.y) < found.height
    for tick in found.ticks:
        assert float(found.beside) - len(tick.text) * CHARACTER >= 0
    assert 2 <= len(found.ticks) <= 8
    assert 0 <= float(found.axis) <= found.height


@tries(200)
@given(st.integers(1, 26))
def test_labels_of_years_never_touch(count: int) -> None:
    found = drawn(*(Slot(str(2025 + number), Decimal(1)) for number in range(count)))
    places = [float(label.place) for label in found.years]
    half = 4 * CHARACTER / 2
    assert all(two - one > 2 * half for one, two in pairwise(places))
    assert places[0] - half >= 0
    assert places[-1] + half <= found.width


def test_a_bar_stands_on_zero_and_a_zero_can_be_seen() -> None:
    found = drawn(Slot("1", Decimal(10), Decimal(10)), Slot("2", Decimal(10), Decimal(0)))
    full, none = found.bars
    assert float(full.y) + float(full.height) == float(found.axis)
    assert 0 < float(none.height) < 3
    assert float(none.y) + float(none.height) == float(found.axis)


def test_greater_values_stand_higher() -> None:
    found = drawn(*(Slot(str(n), Decimal(n)) for n in (1, 5, 9)))
    heights = [float(dot.y) for dot in found.targets]
    assert heights == sorted(heights, reverse=True)


def test_negative_values_hang_below_the_axis() -> None:
    found = drawn(Slot("1", Decimal(5), Decimal(-5)))
    (bar,) = found.bars
    assert float(bar.y) == float(found.axis)
    assert float(bar.y) + float(bar.height) <= found.height


def test_places_across_are_whole_and_heights_have_a_decimal_at_most() -> None:
    found = drawn(*(Slot(str(2025 + n), Decimal(n * n), Decimal(n) / 7) for n in range(7)))
    across = [each.x for each in found.targets]
    across += [side for each in found.bars for side in (each.x, each.width)]
    assert all(each.isdecimal() for each in across), across
    heights = [each.y for each in found.targets] + [each.y for each in found.bars]
    assert all(len(each.partition(".")[2]) <= 1 for each in heights)


def test_a_year_without_a_target_breaks_the_line() -> None:
    values = [Decimal(1), Decimal(2), None, Decimal(4), Decimal(5), None, Decimal(7)]
    found = drawn(*(Slot(str(n), each) for n, each in enumerate(values)))
    assert [len(line.split()) for line in found.lines] == [2, 2]
    assert len(found.targets) == 5


def test_the_ticks_are_round_numbers_that_hold_all_values() -> None:
    found = drawn(Slot("1", Decimal("98.1"), Decimal("97.3")))
    assert [tick.text for tick in found.ticks] == ["0", "20", "40", "60", "80", "100"]
    found = drawn(Slot("1", Decimal(1_234_567)))
    assert found.ticks[-1].text == "1,25\N{NO-BREAK SPACE}jt"


def test_words_alone_draw_nothing() -> None:
    assert chart([Slot("1", "baik", "cukup")], short) is None
    assert chart([], short) is None
