"""A short run of the fuzzer; `make fuzz` makes the long one."""

from __future__ import annotations

from random import Random

import pytest
from tests.fuzz.bounded import SECONDS, Failed, Record, check_all
from tests.fuzz.inputs import BESIDE, HOSTILE, any_file

from trees.authoring.project import load_texts

pytestmark = pytest.mark.slow


def test_what_stands_beside_the_fuzzed_files__checked__has_no_findings() -> None:
    assert [one for one in load_texts(BESIDE).findings if one.severity == "error"] == []


def test_hundreds_of_files_with_slips_or_worse__checked__within_the_promise() -> None:
    random, record = Random(2026), Record()
    check_all((any_file(random) for _ in range(500)), record)
    assert record.inputs == 500
    assert record.sound > 10
    assert len(record.codes) > 25


@pytest.mark.parametrize("make", dict.fromkeys(HOSTILE), ids=lambda make: make.__name__.strip("_"))
def test_each_kind_of_hostile_file__at_its_largest__within_the_promise(make) -> None:  # type: ignore[no-untyped-def]
    record = Record()
    check_all([make(100_000, Random(seed))[:1_100_000] for seed in range(3)], record)
    assert record.slowest < SECONDS


def test_a_file_that_breaks_the_promise__is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("tests.fuzz.bounded.load_texts", broken)
    with pytest.raises(Failed, match="title: x"):
        check_all(["title: x"], Record())
