"""Memory that is kept without its empty pages comes back as it was."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from random import Random

PAGE = 65_536
SQUEEZER = Path(__file__).with_name("squeeze.mjs")
type Memory = tuple[int, list[tuple[int, int]]]


def squeezed(memories: list[Memory]) -> list[dict[str, object]]:
    done = subprocess.run(
        ["node", str(SQUEEZER)],
        input=json.dumps(memories),
        capture_output=True,
        text=True,
        check=True,
    )
    told: list[dict[str, object]] = json.loads(done.stdout)
    return told


def some_memory(random: Random) -> Memory:
    length = random.choice((0, 1, PAGE - 1, PAGE, random.randrange(20 * PAGE)))
    starts = [random.randrange(length) for _ in range(random.randrange(6))] if length else []
    return length, [(at, min(length, at + random.randrange(3 * PAGE))) for at in starts]


def test_any_memory__comes_back_as_it_was() -> None:
    random = Random(7)
    memories = [some_memory(random) for _ in range(200)]
    assert all(one["same"] for one in squeezed(memories))


def test_empty_pages__are_not_kept() -> None:
    memories: list[Memory] = [
        (100 * PAGE, []),
        (100 * PAGE, [(50 * PAGE, 50 * PAGE + 1)]),
        (100 * PAGE, [(10 * PAGE - 1, 12 * PAGE)]),
        (PAGE + 9, [(PAGE, PAGE + 9)]),
    ]
    assert [one["bytes"] for one in squeezed(memories)] == [0, PAGE, 3 * PAGE, 9]
