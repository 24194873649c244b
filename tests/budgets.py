"""How much the tests try: a share of it at every run, all of it with `--thorough`."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

SHARE = 20
"""A quick run tries one of so many cases that a thorough one tries."""
FEWEST = 10

Test = TypeVar("Test", bound=Callable[..., Any])


def choose(name: str) -> None:
    """Sets the budget, `quick` or `thorough`, of all tests that are imported from now on.

    Both try the same cases at each run, and keep none for the next.
    """
    passed_over = [
        *(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much),
        HealthCheck.function_scoped_fixture,
    ]
    for each in ("quick", "thorough"):
        settings.register_profile(
            each,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=passed_over,
        )
    settings.load_profile(name)


def thorough() -> bool:
    """Whether this run has the large budget."""
    return settings.get_current_profile_name() == "thorough"


def share(count: int, fewest: int = FEWEST) -> int:
    """How many of `count` cases this run tries."""
    return count if thorough() else min(count, max(fewest, count // SHARE))


def tries(count: int, *, fewest: int = FEWEST) -> Callable[[Test], Test]:
    """Marks a test of random cases that tries `count` of them in a thorough run."""

    def marked(test: Test) -> Test:
        limited = settings(max_examples=share(count, fewest))(test)
        found: Test = pytest.mark.thorough(limited)
        return found

    return marked
