"""The format, version 1: every key of a tree and of the sources.

Boundary: declarations only, in the order in which keys are usually written.
docs/authoring/format.md says the same for authors; questions are declared in ``questions.py``.
"""

from __future__ import annotations

from trees.engine.tree import VERDICTS

from ..suggest import listing
from .questions import FLAG, LINE, QUESTION, SAID, TEXT, UNIT, WORD
from .scalars import Answer, DateName, End, Expression, IsoDate, Link, OneOf, Start
from .shapes import Key, ListOf, MapOf, Record, Short

EXPRESSION = Expression("a value, such as `paid_on + days(30)`")
DATE = IsoDate("a day, written as 2026-07-01")

VALUE = Short(
    "is",
    Record(
        "a value",
        (
            Key("is", EXPRESSION, required=True, about="how it is worked out"),
            Key("unit", UNIT, about="the unit of a number"),
            Key("words", LINE, about="shown where nothing can be computed"),
        ),
    ),
)

MESSAGE = Record(
    "a message",
    (
        Key("to", LINE, required=True, about="who gets it"),
        Key("label", LINE, about="what tells it from other messages"),
        Key("text", TEXT, required=True, about="plain words"),
    ),
)
DATE_NOTE = Record(
    "a date to remember",
    (
        Key("date", DateName("text"), required=True, about="a value or date question"),
        Key("label", LINE, required=True, about="what to do on that day"),
    ),
)
VERDICT = OneOf(f"one of {listing(VERDICTS)}", VERDICTS)

OUTCOME = Record(
    "an outcome",
    (
        Key(
            "verdict",
            VERDICT,
            required=True,
            about="`stop` (do not do this), `fix` (you can put it right), `ask` (ask somebody), "
            "`wait`, `safe` (nothing to fear)",
        ),
        Key("title", LINE, required=True, about="the answer in one line; no Markdown"),
        SAID,
        Key("reason", TEXT, required=True, about="why, in Markdown, with citations"),
        Key(
            "steps",
            ListOf("a list of steps", TEXT),
            about="what to do, in order, each in Markdown",
        ),
        Key(
            "messages",
            ListOf("a list of messages", MESSAGE),
            about="each with `to` (who gets it), `text` (plain words), and `label` if it needs one",
        ),
        Key(
            "dates",
            ListOf("a list of dates", DATE_NOTE),
            about="each with `date` (a value or date question) and `label` (what to do on that "
            "day)",
        ),
        Key(
            "read",
            ListOf("a list of links", Link("text")),
            about="what to read next: `tree:refund`, or `[words](https://…)`",
        ),
    ),
    {"go": "An outcome is an end. Make it a question if the way goes on."},
)

SCENARIO = Record(
    "a scenario",
    (
        Key("story", LINE, required=True, about="whose story it is, in a sentence"),
        Key("today", DATE, about="the day of the story, where days are counted"),
        Key(
            "answers",
            MapOf("answers, each under the name of its question", Answer(), "any"),
            required=True,
            about="the answers, each under the name of its question",
        ),
        Key("ends", End("text"), required=True, about="the outcome that they must reach"),
        Key(
            "shows",
            MapOf("what the outcome shows, each under the name of its value", WORD, "any"),
            about="values that the outcome must show: days and numbers, without units",
        ),
    ),
)

TREE = Record(
    "a tree",
    (
        Key("title", LINE, required=True, about="the name of the tree, as a reader would say it"),
        Key(
            "summary",
            LINE,
            required=True,
            about="one or two plain sentences for the list of trees and search engines",
        ),
        SAID,
        Key("listed", FLAG, about="`no` keeps the tree off the index (the default is `yes`)"),
        Key(
            "start",
            Start("text"),
            about="the first question; the topmost one unless you say otherwise",
        ),
        Key(
            "questions",
            MapOf("questions, each under a short name", QUESTION),
            required=True,
            about="the questions, each under a short name",
        ),
        Key(
            "values",
            MapOf("values, each under a short name", VALUE),
            about="named results that texts can show",
        ),
        Key(
            "outcomes",
            MapOf("outcomes, each under a short name", OUTCOME),
            required=True,
            about="the ends, each under a short name",
        ),
        Key(
            "scenarios",
            ListOf("a list of scenarios", SCENARIO),
            about="stories that prove the tree leads where it should",
        ),
    ),
)

SOURCE = Record(
    "a source",
    (
        Key("title", LINE, required=True, about="the title of the page or document"),
        Key("publisher", LINE, required=True, about="who published it"),
        Key("address", WORD, required=True, about="its address, which begins with `https://`"),
        Key("section", LINE, about="where on the page, if it is long"),
        Key("published", WORD, about="if the page says so: a year, a month or a day"),
        Key("checked", WORD, required=True, about="when somebody last read it"),
        Key(
            "sure",
            WORD,
            required=True,
            about="official, provider (bank, PayPal, carrier) or reported",
        ),
        Key(
            "disagrees",
            MapOf("sources that say otherwise, each with what it is about", LINE, "slug"),
            about="the sources that say otherwise, each with what it is about; a source can name "
            "itself",
        ),
    ),
)
SOURCES = MapOf("sources, each under a short name", SOURCE, "slug")
