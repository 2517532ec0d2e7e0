"""The format, version 1: every key of a tree and of the sources.

Boundary: declarations only. docs/authoring/format.md says the same for authors; the keys of each
question kind come from the kind itself, so a new kind costs nothing here.
"""

from __future__ import annotations

from trees.engine.questions import KINDS, Kind
from trees.engine.tree import VERDICTS

from ..rules import missing_key, unknown_kind
from ..source import MapNode, TextNode
from ..suggest import listing
from .scalars import Answer, Count, Day, Flag, IsoDate, Line, Number, Scalar
from .shapes import Key, ListOf, MapOf, Place, Record, Shape, Short, Variant

TEXT = Scalar("text")
LINE = Line("text")
TARGET = Line("the name of a question or an outcome, or `tree:` and the name of a tree")
CONDITION = Scalar("a condition")
EXPRESSION = Scalar("a value, such as `paid_on + days(30)`")
FLAG = Flag("`yes` or `no`")
DATE = IsoDate("a day, written as 2026-07-01")

OPTION_KEYS = (Key("label", LINE, required=True), Key("hint", TEXT))
OPTION = Short("label", Record("an option", OPTION_KEYS))
#: What people write for `go` who know other formats.
GO_WORDS = dict.fromkeys(("goto", "to", "next", "target"), "go")
OPTION_WITH_GO = Short(
    "label", Record("an option", (*OPTION_KEYS, Key("go", TARGET)), instead=GO_WORDS)
)

SETTING_SHAPES: dict[str, Shape] = {
    "options": MapOf("options, each with a name and a label", OPTION),
    "label": LINE,
    "number": Number("a number, such as 10 or 0.5"),
    "count": Count("a whole number from 1"),
    "day": Day("a day (2026-07-01), `today`, or `today - 180`"),
    "flag": FLAG,
}
OPTIONS_WITH_GO = MapOf("options, each with a name and a label", OPTION_WITH_GO)

BRANCH = Variant(
    "a branch",
    lambda node, place: "otherwise" if "otherwise" in node.entries else "if",
    {
        "if": Record(
            "a branch",
            (
                Key("if", CONDITION, required=True),
                Key("go", TARGET, required=True),
                Key("say", LINE),
            ),
            instead=GO_WORDS,
        ),
        "otherwise": Record(
            "the last branch",
            (Key("otherwise", TARGET, required=True), Key("say", LINE)),
            {
                "if": "`otherwise` is for all that is left; give `if` a branch of its own.",
                "go": "Write the target after `otherwise`: `- otherwise: target`.",
            },
            dict.fromkeys(("else", "default"), "otherwise"),
        ),
    },
)

COMMON = (
    Key("ask", LINE, required=True),
    Key("kind", LINE),
    Key("hint", TEXT),
    Key("name", LINE),
    Key("go", TARGET),
    Key("then", ListOf("a list of branches", BRANCH)),
)

SHORT_FORM = "yes and no"
ANY_KIND = "any kind"
#: The kind of a question that has options and names no kind: the first that picks one option.
DEFAULT_KIND = next(name for name, kind in KINDS.items() if kind.type == "option")

YES_NO_HINT = "`yes:` and `no:` are the short form of a question without `options`."


def _kind_keys(kind: Kind) -> tuple[Key, ...]:
    return tuple(
        Key(
            setting.name,
            OPTIONS_WITH_GO
            if setting.shape == "options" and kind.type == "option"
            else SETTING_SHAPES[setting.shape],
            setting.required,
        )
        for setting in kind.settings
    )


def _question_records() -> dict[str, Record]:
    hints = dict.fromkeys(("yes", "no"), YES_NO_HINT)
    records = {
        name: Record(
            f"a question of the kind `{name}`", (*COMMON, *_kind_keys(kind)), hints, GO_WORDS
        )
        for name, kind in KINDS.items()
    }
    short = (Key("yes", TARGET, required=True), Key("no", TARGET, required=True))
    every = {
        key.name: Key(key.name, key.shape) for kind in KINDS.values() for key in _kind_keys(kind)
    }
    return {
        **records,
        SHORT_FORM: Record("a question with `yes` and `no`", (*COMMON, *short)),
        ANY_KIND: Record("a question", (*COMMON, *every.values()), hints),
    }


def kind_name(node: MapNode) -> str:
    """Return the kind that a question names, or has without naming it; empty if unclear."""
    said = node.get("kind")
    if isinstance(said, TextNode) and said.value:
        return said.value.strip()
    return DEFAULT_KIND if {"options", "yes", "no"} & node.entries.keys() else ""


def _choose_question(node: MapNode, place: Place) -> str:
    name = kind_name(node)
    if not name:
        if "kind" not in node.entries:
            place.findings.append(missing_key.kind(place.span, KINDS))
        return ANY_KIND
    if name not in KINDS:
        span = node.entries["kind"].node.span
        place.findings.append(unknown_kind.found(span, name, KINDS))
        return ANY_KIND
    short = {"yes", "no"} & node.entries.keys() and "options" not in node.entries
    return SHORT_FORM if short and KINDS[name].type == "option" else name


QUESTION = Variant("a question", _choose_question, _question_records())

VALUE = Short(
    "is",
    Record(
        "a value", (Key("is", EXPRESSION, required=True), Key("unit", LINE), Key("words", LINE))
    ),
)

MESSAGE = Record(
    "a message",
    (Key("to", LINE, required=True), Key("label", LINE), Key("text", TEXT, required=True)),
)
DATE_NOTE = Record(
    "a date to remember", (Key("date", LINE, required=True), Key("label", LINE, required=True))
)


class Verdict(Line):
    """One of the verdicts."""

    def meaning(self, text: str) -> str | None:  # type: ignore[override]
        return text.strip() if text.strip() in VERDICTS else None


OUTCOME = Record(
    "an outcome",
    (
        Key("verdict", Verdict(f"one of {listing(VERDICTS)}"), required=True),
        Key("title", LINE, required=True),
        Key("reason", TEXT, required=True),
        Key("steps", ListOf("a list of steps", TEXT)),
        Key("messages", ListOf("a list of messages", MESSAGE)),
        Key("dates", ListOf("a list of dates", DATE_NOTE)),
        Key("read", ListOf("a list of links", LINE)),
    ),
    {"go": "An outcome is an end. Make it a question if the way goes on."},
)

SCENARIO = Record(
    "a scenario",
    (
        Key("story", LINE, required=True),
        Key("today", DATE),
        Key(
            "answers", MapOf("answers, each under the name of its question", Answer(), "any"), True
        ),
        Key("ends", LINE, required=True),
    ),
)

TREE = Record(
    "a tree",
    (
        Key("title", LINE, required=True),
        Key("summary", LINE, required=True),
        Key("start", LINE),
        Key("questions", MapOf("questions, each under a short name", QUESTION), required=True),
        Key("values", MapOf("values, each under a short name", VALUE)),
        Key("outcomes", MapOf("outcomes, each under a short name", OUTCOME), required=True),
        Key("scenarios", ListOf("a list of scenarios", SCENARIO)),
        Key("listed", FLAG),
    ),
)

SOURCE = Record(
    "a source",
    (
        Key("title", LINE, required=True),
        Key("publisher", LINE, required=True),
        Key("address", LINE, required=True),
        Key("section", LINE),
        Key("published", LINE),
        Key("checked", LINE, required=True),
        Key("sure", LINE, required=True),
    ),
)
SOURCES = MapOf("sources, each under a short name", SOURCE, "slug")
