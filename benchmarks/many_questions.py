"""A tree of any size in which nothing is at fault, as YAML: what ``checking`` measures with.

Boundary: text out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

ENDS = 9
HEAD = """---
title: A large tree
summary: It shows what checking costs.
listed: no
questions:
  start:
    ask: Where to?
    options:
      on: Onward
{options}
    go: began
  began:
    kind: date
    ask: When did it begin?
    earliest: today - 900
    latest: today
    then:
      - if: days_since(began) > 800
        go: due0
      - if: business_days_since(began) > 500
        go: due1
      - otherwise: f0_0
"""
END = "  {0}:\n    verdict: wait\n    title: Wait\n    reason: There is nothing else to do.\n"
DUE = "  {0}:\n    verdict: wait\n    title: Wait until {{due}}\n    reason: Begun on {{began}}.\n"
TAIL = """scenarios:
{stories}
  - story: It began two years ago
    today: 2026-03-23
    answers: {{start: on, began: 2024-03-25}}
    ends: due1
  - story: It began earlier
    today: 2026-03-23
    answers: {{start: on, began: 2023-12-01}}
    ends: due0
"""
STORY = "  - story: Straight away\n    answers: {{start: e{0}}}\n    ends: e{0}"


class At(NamedTuple):
    """A question to write: its name, its number, where it leads, and one asked just before."""

    name: str
    number: int
    to: tuple[str, str, str]
    back: str = ""


def large_tree(count: int) -> str:
    """Return a tree of about ``count`` questions in which nothing is at fault, as YAML.

    It fans out, and goes on through layers of all kinds of questions. Each leads to three of the
    next layer, and some look back at an earlier answer: there are far more ways than questions.
    """
    ends = [f"e{at}" for at in range(ENDS)]
    options = "\n".join(f"      {end}: {{label: Way {end}, go: {end}}}" for end in ends)
    outcomes = "".join(map(END.format, ends)) + DUE.format("due0") + DUE.format("due1")
    stories = "\n".join(STORY.format(at) for at in range(ENDS))
    return (
        HEAD.format(options=options)
        + "".join(_questions(count))
        + "values:\n  due: began + business_days(20)\noutcomes:\n"
        + outcomes
        + TAIL.format(stories=stories)
    )


def _questions(count: int) -> Iterator[str]:
    levels = 1
    while 3 ** (levels + 1) <= count // 30:
        levels += 1
    for level in range(levels):
        for at in range(3**level):
            following = f"f{level + 1}_" if level + 1 < levels else "q0_"
            one, two, three = (following + str(3 * at + turn) for turn in range(3))
            yield _pick(At(f"f{level}_{at}", at, (one, two, three)))
    width, depth = 3**levels, count // 3**levels
    for layer in range(depth):
        for at in range(width):
            places = [(at + turn) % width for turn in (0, 1, 5)]
            one, two, three = (
                f"q{layer + 1}_{to}" if layer + 1 < depth else f"e{to % ENDS}" for to in places
            )
            back = f"q{layer - 1}_{at}" if layer else ""
            ask = KINDS[(at + 3 * layer) % len(KINDS)]
            yield ask(At(f"q{layer}_{at}", at + layer, (one, two, three), back))


def _yes_no(at: At) -> str:
    return f"  {at.name}:\n    ask: Is it so?\n    yes: {at.to[0]}\n    no: {at.to[1]}\n"


def _pick(at: At) -> str:
    return (
        f"  {at.name}:\n    ask: Which one?\n    options:\n"
        f"      a: {{label: One, go: {at.to[1]}}}\n      b: {{label: Two, go: {at.to[2]}}}\n"
        f"      c: Three\n    go: {at.to[0]}\n"
    )


def _look_back(at: At) -> str:
    if not at.back:
        return _pick(at)
    condition = f"{at.back} <= {7 * (at.number - 1) % 90 // 2} and {at.name} == yes"
    return (
        f"  {at.name}:\n    ask: Is it so?\n    options: {{yes: Yes, no: No}}\n"
        f"{_then(condition, at.to[1], at.to[0])}"
    )


def _number(at: At) -> str:
    return (
        f"  {at.name}:\n    kind: number\n    ask: How many?\n    min: 0\n    max: 99\n"
        f"{_then(f'{at.name} > {7 * at.number % 90}', at.to[1], at.to[0])}"
    )


def _date(at: At) -> str:
    count = "business_days_since" if at.number % 2 else "days_since"
    return (
        f"  {at.name}:\n    kind: date\n    ask: When was it?\n    latest: today\n"
        f"{_then(f'{count}({at.name}) > {at.number % 60}', at.to[1], at.to[0])}"
    )


def _several(at: At) -> str:
    return (
        f"  {at.name}:\n    kind: several\n    ask: Which of these?\n"
        "    options: {a: A, b: B, c: C}\n"
        f"    then:\n      - if: a in {at.name} and b in {at.name}\n        go: {at.to[2]}\n"
        f"      - if: c in {at.name}\n        go: {at.to[1]}\n        say: C\n"
        f"      - otherwise: {at.to[0]}\n"
    )


def _then(condition: str, go: str, otherwise: str) -> str:
    return f"    then:\n      - if: {condition}\n        go: {go}\n      - otherwise: {otherwise}\n"


#: From layer to layer a column moves on by three: what looks back comes three after numbers.
KINDS: tuple[Callable[[At], str], ...] = (
    *(_yes_no, _number, _yes_no, _date, _look_back, _yes_no),
    *(_several, _yes_no, _pick, _yes_no, _yes_no, _yes_no, _yes_no),
)
