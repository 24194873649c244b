"""The garbage collector: when it rests, and that it works again."""

import gc

import pytest

from pendopo.basics.garbage import no_collections, no_last_collection


def test_collections_rest_during_the_work_and_no_longer() -> None:
    assert gc.isenabled()
    with no_collections():
        with no_collections():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collections_go_on_after_work_that_fails() -> None:
    with pytest.raises(ValueError, match="fault"), no_collections():
        raise ValueError("fault")
    assert gc.isenabled()


def test_the_end_of_a_process_visits_nothing_that_it_holds() -> None:
    before = gc.get_freeze_count()
    held: list[list[object]] = [[] for _ in range(1000)]
    try:
        no_last_collection()
        assert gc.get_freeze_count() >= before + len(held)
    finally:
        gc.unfreeze()
