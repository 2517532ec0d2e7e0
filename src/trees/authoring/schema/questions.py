"""Questions of the format: their kinds, options and branches.

Boundary: declarations only, in the order in which keys are usually written. The keys of each kind
come from the kind itself, so a new kind costs nothing here.
"""

from __future__ import annotations

from dataclasses import replace

from trees.engine.questions import KINDS, Kind

from ..rules import missing_key, unknown_kind
from ..source import MapNode
from ..suggest import listing
from .scalars import Condition, Count, Day, Flag, Line, Number, Target, Text, UnitWords, Word
from .shapes import Key, ListOf, MapOf, Place, Record, Shape, Short
from .variants import Case, Unclear, Variant, When, word_under

TEXT = Text("text")
LINE = Line("text")
WORD = Word("text")
TARGET = Target("the name of a question or an outcome, or `tree:` and the name of a tree")
CONDITION = Condition("a condition")
FLAG = Flag("`yes` or `no`")

UNIT_WORDS = UnitWords("text")
UNIT = Short(
    "other",
    Record(
        "a unit",
        (
            Key("one", UNIT_WORDS, required=True, about="after one: `working day`"),
            Key("other", UNIT_WORDS, required=True, about="after other numbers: `working days`"),
        ),
    ),
)

OPTION_KEYS = (
    Key("label", LINE, required=True, about="what the option says; no Markdown"),
    Key("hint", TEXT, about="help with this option, in Markdown"),
)
OPTION = Short("label", Record("an option", OPTION_KEYS))
#: What people write for `go` who know other formats.
GO_WORDS = dict.fromkeys(("goto", "to", "next", "target"), "go")
GO = Key("go", TARGET, about="where the way goes on")
OPTION_WITH_GO = Short("label", Record("an option", (*OPTION_KEYS, GO), instead=GO_WORDS))

SETTING_SHAPES: dict[str, Shape] = {
    "options": MapOf("options, each with a name and a label", OPTION),
    "label": LINE,
    "unit": UNIT,
    "number": Number("a number, such as 10 or 0.5"),
    "count": Count("a whole number from 1"),
    "day": Day("a day (2026-07-01), `today`, or `today - 180`"),
    "flag": FLAG,
}
OPTIONS_WITH_GO = MapOf("options, each with a name and a label", OPTION_WITH_GO)

SAY = Key("say", LINE, about="the branch in words, for readers without JavaScript")
BRANCH = Variant(
    "a branch",
    (
        Case(
            Record(
                "the last branch",
                (
                    Key("otherwise", TARGET, required=True, about="where all other ways go on"),
                    SAY,
                ),
                {
                    "if": "`otherwise` is for all that is left; give `if` a branch of its own.",
                    "go": "Write the target after `otherwise`: `- otherwise: target`.",
                },
                dict.fromkeys(("else", "default"), "otherwise"),
            ),
            (When(any_of=("otherwise",)),),
        ),
        Case(
            Record(
                "a branch",
                (
                    Key("if", CONDITION, required=True, about="what must hold"),
                    replace(GO, required=True),
                    SAY,
                ),
                instead=GO_WORDS,
            )
        ),
    ),
)

#: At a tree, a question and an outcome.
SAID = Key(
    "said",
    ListOf("a list of readers' words", LINE),
    about="what readers type who look for this, in their own words",
)

#: What every question says first.
HEAD = (
    Key("kind", WORD, about=f"{listing(KINDS)}; `choice` when there are `options` or `yes`/`no`"),
    Key(
        "ask", LINE, required=True, about="the question, in plain words, ending in `?`; no Markdown"
    ),
    Key("hint", TEXT, about="help in Markdown: where to look, why it matters"),
    Key(
        "name",
        LINE,
        about='a short name for the answer, used in sentences ("the day the refund started")',
    ),
    SAID,
)
#: What every question says last.
WAYS = (Key("then", ListOf("a list of branches", BRANCH), about="branches, see below"), GO)
COMMON = (*HEAD, *WAYS)

#: The kind of a question that has options and names no kind: the first that picks one option.
DEFAULT_KIND = next(name for name, kind in KINDS.items() if kind.type == "option")
PICKING = tuple(name for name, kind in KINDS.items() if kind.type == "option")

YES_NO = ("yes", "no")
YES_NO_HINTS = dict.fromkeys(
    YES_NO, "`yes:` and `no:` are the short form of a question without `options`."
)


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


def _short_form() -> Case:
    keys = tuple(
        Key(word, TARGET, required=True, about=f"where the answer `{word}` leads")
        for word in YES_NO
    )
    short = When(any_of=YES_NO, none_of=("options",))
    return Case(
        Record("a question with `yes` and `no`", (*COMMON, *keys)),
        (short._replace(says=("kind", PICKING)), short._replace(silent="kind")),
    )


def _of_kind(name: str, kind: Kind) -> Case:
    unsaid = When(any_of=("options", *YES_NO), silent="kind")
    keys = (*HEAD, *_kind_keys(kind), *WAYS)
    return Case(
        Record(f"a question of the kind `{name}`", keys, YES_NO_HINTS, GO_WORDS),
        (When(says=("kind", (name,))), *((unsaid,) if name == DEFAULT_KIND else ())),
    )


def _any_kind() -> Record:
    every = {
        key.name: replace(key, required=False)
        for kind in KINDS.values()
        for key in _kind_keys(kind)
    }
    return Record("a question", (*HEAD, *every.values(), *WAYS), YES_NO_HINTS)


def _report_kind(node: MapNode, place: Place) -> None:
    name = word_under(node, "kind")
    if "kind" not in node.entries:
        place.findings.append(missing_key.kind(place.span, KINDS))
    elif name:
        place.findings.append(unknown_kind.found(node.entries["kind"].node.span, name, KINDS))


QUESTION = Variant(
    "a question",
    (_short_form(), *(_of_kind(name, kind) for name, kind in KINDS.items())),
    Unclear(_any_kind(), "kind", _report_kind),
)
