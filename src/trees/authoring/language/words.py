"""Conditions in plain words, for readers whose browser runs no script.

Boundary: compiled conditions and the texts of questions in, English out. Each sentence stands as
a choice below its question, so the question's own answer needs no name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from trees.engine.parts import unit_words
from trees.engine.questions import kind_of, options_of
from trees.engine.tree import Expression, Question

OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
COUNTED = {
    "days_since": ("day", "since"),
    "business_days_since": ("business day", "since"),
    "days_until": ("day", "until"),
}
LAST = "None of these"
ONLY = "Continue"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says conditions below the question ``own``; ``names`` are the questions' short names."""

    questions: Mapping[str, Question]
    names: Mapping[str, str]
    own: str = ""

    def say(self, condition: Expression) -> str:
        """Return a condition as a sentence without its full stop."""
        return sentence(self.words(condition))

    def words(self, condition: Expression) -> str:
        """Return a condition in words that can stand inside a sentence."""
        return SAYINGS[condition[0]](self, condition)

    def subject(self, question: str) -> str:
        """Return how sentences speak of an answer."""
        return self.names.get(question) or f"“{self.questions[question].ask}”"

    def label(self, question: str, option: str) -> str:
        """Return an option as readers see it."""
        return options_of(self.questions[question]).get(option, option)


def sentence(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def negated(condition: Expression) -> Expression | None:
    """Return the opposite of a simple comparison with a number or a day, else None."""
    head, *rest = condition
    if head in OPPOSITE and rest[1][0] in ("number", "date"):
        return [OPPOSITE[head], *rest]
    return None


def day_words(day: date) -> str:
    """Return a day as 1 July 2026."""
    return f"{day.day} {day:%B} {day.year}"


def counted(number: str, noun: str) -> str:
    """Return a number with its noun: 1 day, 2 days."""
    return f"{number} {noun}" if number in ("1", "-1") else f"{number} {noun}s"


def _compared(speaker: Speaker, condition: Expression) -> str:
    head, left, (kind, constant) = condition
    if left[0] in COUNTED:
        return _days(speaker, head, left, constant)
    question = left[1]
    said = _constant(speaker, head, question, (kind, constant))
    if question == speaker.own:
        return said
    return f"{speaker.subject(question)}{': ' if kind == 'text' else ' is '}{said}"


def _constant(speaker: Speaker, head: str, question: str, constant: tuple[str, str]) -> str:
    kind, value = constant
    if kind == "text":
        label = speaker.label(question, value)
        return label if head == "==" else f"anything but “{label}”"
    if kind == "date":
        return WHEN[head].format(day_words(date.fromisoformat(value)))
    unit = unit_words(speaker.questions[question].settings.get("unit", ""), value)
    return AMOUNT[head].format(f"{value} {unit}".strip(), "less")


def _days(speaker: Speaker, head: str, left: Expression, constant: str) -> str:
    noun, since = COUNTED[left[0]]
    subject = speaker.subject(left[1][1])
    if since == "until" and constant == "0" and head in ("<", ">="):
        return f"{subject} has passed" if head == "<" else f"{subject} has not passed"
    return f"{AMOUNT[head].format(counted(constant, noun), 'fewer')} {since} {subject}"


AMOUNT = {
    "==": "exactly {0}",
    "!=": "not {0}",
    ">": "more than {0}",
    ">=": "{0} or more",
    "<": "{1} than {0}",
    "<=": "{0} or {1}",
}
WHEN = {
    "==": "on {0}",
    "!=": "on another day than {0}",
    ">": "after {0}",
    ">=": "on {0} or later",
    "<": "before {0}",
    "<=": "on {0} or earlier",
}


def _one_of(speaker: Speaker, condition: Expression) -> str:
    _, (_, question), *options = condition
    labels = listed([speaker.label(question, option) for _, option in options], "or")
    return labels if question == speaker.own else f"{speaker.subject(question)}: {labels}"


def _has(speaker: Speaker, condition: Expression, verb: str = "is ticked") -> str:
    _, (_, question), (_, option) = condition
    return f"“{speaker.label(question, option)}” {verb}"


def _not(speaker: Speaker, condition: Expression) -> str:
    inner = condition[1]
    if inner[0] == "has":
        return _has(speaker, inner, "is not ticked")
    if inner[0] == "answered":
        return f"you were not asked: {speaker.questions[inner[1]].ask}"
    if inner[0] == "not":
        return speaker.words(inner[1])
    opposite = negated(inner)
    return speaker.words(opposite) if opposite else f"it is not so that {speaker.words(inner)}"


def _and(speaker: Speaker, condition: Expression) -> str:
    parts = [part for part in condition[1:] if not _implied(part, condition[1:])]
    said = _range(speaker, parts) or _none_of(speaker, parts)
    if said:
        return said
    return ", and ".join(
        f"either {speaker.words(part)}" if part[0] == "or" else speaker.words(part)
        for part in parts
    )


def _implied(part: Expression, parts: list[Expression]) -> bool:
    """Whether a part only guards `not in` against a missing answer, and need not be said."""
    return part[0] == "answered" and any(
        other[0] == "not" and other[1][:2] == ["has", ["answer", part[1]]] for other in parts
    )


def _range(speaker: Speaker, parts: list[Expression]) -> str:
    """Say `10 <= paid < 50` as one thing."""
    if len(parts) != 2 or parts[0][1:2] != parts[1][1:2]:
        return ""
    low, high = parts
    if low[0] not in (">", ">=") or high[0] not in ("<", "<=") or low[1][0] != "answer":
        return ""
    first, second = speaker.words(low), speaker.words(high)
    subject = "" if low[1][1] == speaker.own else f"{speaker.subject(low[1][1])} is "
    return f"{first}, and {second.removeprefix(subject)}"


def _none_of(speaker: Speaker, parts: list[Expression]) -> str:
    """Say `who not in […]` as one thing."""
    if len(parts) < 2 or any(part[0] != "!=" or part[2][0] != "text" for part in parts):
        return ""
    question = parts[0][1][1]
    if any(part[1][1] != question for part in parts):
        return ""
    labels = listed([speaker.label(question, part[2][1]) for part in parts], "or")
    said = f"anything but {labels}"
    return said if question == speaker.own else f"{speaker.subject(question)}: {said}"


def listed(words: list[str], joint: str) -> str:
    """Return a, b or c."""
    return f" {joint} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


SAYINGS: dict[str, Callable[[Speaker, Expression], str]] = {
    **dict.fromkeys(OPPOSITE, _compared),
    "one_of": _one_of,
    "has": _has,
    "not": _not,
    "and": _and,
    "or": lambda speaker, condition: ", or ".join(map(speaker.words, condition[1:])),
    "answered": lambda speaker, condition: f"you were asked: {speaker.questions[condition[1]].ask}",
}


def last_branch(speaker: Speaker, earlier: list[Expression]) -> str:
    """Say what is left after the earlier branches of the question ``own``."""
    if not earlier:
        return ONLY
    opposite = negated(earlier[0]) if len(earlier) == 1 else None
    if opposite:
        return speaker.say(opposite)
    left = _options_left(speaker, earlier)
    return listed(left, "or") if left else LAST


def _options_left(speaker: Speaker, earlier: list[Expression]) -> list[str]:
    question = speaker.questions[speaker.own]
    if kind_of(question).type != "option":
        return []
    taken = [_options_taken(condition, speaker.own) for condition in earlier]
    if not all(taken):
        return []
    gone = set().union(*taken)
    return [label for option, label in options_of(question).items() if option not in gone]


def _options_taken(condition: Expression, own: str) -> set[str]:
    """The options of the question that a condition takes for itself; empty if that is unclear."""
    if condition[0] in ("==", "one_of") and condition[1] == ["answer", own]:
        return {option for _, option in condition[2:]}
    return set()
