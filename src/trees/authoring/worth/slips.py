"""Small changes to a tree, such as a slip of the keyboard or of the mind makes.

Boundary: a question in, changed questions out, each with words for what was changed. Always the
same ones in the same order. Only what a story could notice: a wider bound is none, because each
answer that fitted fits still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from trees.engine.parts import plain
from trees.engine.tree import Branch, Expression, Question, Tree

from .written import written


@dataclass(frozen=True, slots=True)
class Slip:
    """A changed question. ``branch`` says which branch was changed, ``bound`` which bound."""

    question: Question
    words: str
    branch: int | None = None
    bound: str = ""


def slips_of(tree: Tree) -> Iterator[Slip]:
    """Return the changes of every branch, target and bound of a tree."""
    for question in tree.questions.values():
        for at, branch in enumerate(question.branches):
            yield from _targets(tree, question, at)
            if branch.when and not _own(question, branch):
                yield from _conditions(question, at, branch.when)
        yield from _bounds(question)


def _own(question: Question, branch: Branch) -> bool:
    """Whether a branch is that of one option: the targets of these are changed, that is enough."""
    when = branch.when or [""]
    return bool(when[0] == "==" and when[1] == ["answer", question.id] and when[2][0] == "text")


def _targets(tree: Tree, question: Question, at: int) -> Iterator[Slip]:
    """Lead a branch to the next outcome instead."""
    go = question.branches[at].go
    outcomes = list(tree.outcomes)
    start = outcomes.index(go) + 1 if go in outcomes else 0
    after = [*outcomes[start:], *outcomes[:start]]
    other = next((name for name in after if name != go), None)
    if other:
        changed = replace(question.branches[at], go=other)
        yield Slip(_with(question, at, changed), f"`{go}` were `{other}`", at)


def _conditions(question: Question, at: int, when: Expression) -> Iterator[Slip]:
    branches = question.branches
    if len(branches) > 1:
        left = replace(question, branches=(*branches[:at], *branches[at + 1 :]))
        yield Slip(left, "this branch were missing", at)
    for changed in changed_condition(when):
        words = f"`{written(when)}` were `{written(changed)}`"
        yield Slip(_with(question, at, replace(branches[at], when=changed)), words, at)


def _with(question: Question, at: int, branch: Branch) -> Question:
    branches = question.branches
    return replace(question, branches=(*branches[:at], branch, *branches[at + 1 :]))


def changed_condition(when: Expression) -> Iterator[Expression]:
    """Return a condition with one thing changed."""
    head, *rest = when
    if head in ("and", "or"):
        yield ["or" if head == "and" else "and", *rest]
    if head in ("and", "or", "not"):
        for at, part in enumerate(rest):
            for changed in changed_condition(part):
                yield [head, *rest[:at], changed, *rest[at + 1 :]]
    elif head == "one_of":
        yield from _shorter(when)
    elif head in NEAR and rest[1][0] in SHIFTED:
        for shifted in SHIFTED[rest[1][0]](rest[1][1]):
            yield [head, rest[0], [rest[1][0], shifted]]
    else:
        yield ["not", when]


def _shorter(when: Expression) -> Iterator[Expression]:
    head, answer, *options = when
    for at in range(len(options)):
        left: Sequence[Any] = [*options[:at], *options[at + 1 :]]
        yield [head, answer, *left] if len(left) > 1 else ["==", answer, *left]


#: Comparisons whose constant may be off by one.
NEAR = frozenset({"<", "<=", ">", ">=", "==", "!="})


def _number(text: str) -> tuple[str, str]:
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    step = Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)
    return plain(number - step), plain(number + step)


def _day(text: str) -> tuple[str, str]:
    day = date.fromisoformat(text)
    one = timedelta(days=1)
    return (day - one).isoformat(), (day + one).isoformat()


SHIFTED: dict[str, Callable[[str], tuple[str, str]]] = {"number": _number, "date": _day}


def _bounds(question: Question) -> Iterator[Slip]:
    """Make each bound narrower by one step."""
    for name, sign in (("min", 1), ("max", -1)):
        bound = question.settings.get(name)
        if isinstance(bound, str):
            step = Decimal(str(question.settings.get("step", "1")))
            yield _bound(question, name, plain(Decimal(bound) + sign * step))
    for name, sign in (("earliest", 1), ("latest", -1)):
        base, value = question.settings.get(name, (None, None))
        if base == "today":
            yield _bound(question, name, [base, value + sign])
        elif base == "date":
            day = date.fromisoformat(value) + timedelta(days=sign)
            yield _bound(question, name, [base, day.isoformat()])


def _bound(question: Question, name: str, value: Any) -> Slip:
    changed = replace(question, settings={**question.settings, name: value})
    return Slip(changed, f"`{name}` were narrower by one", bound=name)
