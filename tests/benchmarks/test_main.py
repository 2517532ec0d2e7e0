"""`make bench` takes names and a number, and answers anything else in a sentence."""

from __future__ import annotations

import pytest
from benchmarks.__main__ import main


@pytest.mark.parametrize(
    ("only", "runs", "said"),
    [("speed", "2", "startup"), ("clicks", "many", "RUNS"), ("clicks", "1", "RUNS")],
)
def test_what_cannot_be_run__is_said_with_what_can(
    capsys: pytest.CaptureFixture[str], only: str, runs: str, said: str
) -> None:
    assert main(only, runs) == 2
    assert said in capsys.readouterr().out
