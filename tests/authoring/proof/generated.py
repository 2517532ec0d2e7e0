"""Random small libraries of engine trees, right and wrong ones, for the proof's own tests."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from trees.authoring.proof.days import Period
from trees.engine.tree import Branch, Outcome, Question, Tree, Value

ENDS = ("end0", "end1")
OPTIONS = ("a", "b", "c")
MIDDLE = date(2026, 3, 4)


def iso(shift):
    return (MIDDLE + timedelta(days=shift)).isoformat()


@st.composite
def periods(draw):
    first = MIDDLE + timedelta(days=draw(st.integers(-4, 4)))
    return Period(first, first + timedelta(days=draw(st.integers(0, 9))))


def day_bounds():
    fixed = st.integers(-8, 8).map(lambda shift: ["date", iso(shift)])
    moving = st.integers(-4, 3).map(lambda days: ["today", days])
    return st.one_of(fixed, moving)


@st.composite
def settings_of(draw, kind):
    if kind in ("choice", "several"):
        options = {option: option.upper() for option in OPTIONS[: draw(st.integers(2, 3))]}
        none = {"none": "None"} if kind == "several" and draw(st.booleans()) else {}
        return {"options": options, **none}
    if kind == "number":
        step = draw(st.sampled_from(["1", "0.5", "2", "3"]))
        low = draw(st.integers(-2, 2))
        high = low + draw(st.integers(0, 4))
        return {"min": str(low), "max": str(high), "step": step}
    if kind == "date":
        # Both ends, so that brute force ends; the wrong way round on some days.
        return {"earliest": draw(day_bounds()), "latest": draw(day_bounds())}
    return draw(
        st.sampled_from([{}, {"optional": True}, {"optional": True, "if_empty": "nothing"}])
    )


def number():
    return st.sampled_from(["-3", "-2", "-1", "0", "1", "2", "3", "4", "0.5", "2.5", "1.25"]).map(
        lambda text: ["number", text]
    )


SIGNS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
COUNTS = st.sampled_from(["days_since", "business_days_since", "days_until"])


@st.composite
def atoms(draw, questions):
    question = draw(st.sampled_from(questions))
    answer = ["answer", question.id]
    if question.kind == "text" or draw(st.integers(0, 9)) == 0:
        return ["answered", question.id]
    if question.kind == "choice":
        option = st.sampled_from(OPTIONS).map(lambda name: ["text", name])
        several = st.lists(option, min_size=1, max_size=2).map(
            lambda some: ["one_of", answer, *some]
        )
        single = st.tuples(st.sampled_from(["==", "!="]), option).map(
            lambda x: [x[0], answer, x[1]]
        )
        return draw(st.one_of(several, single))
    if question.kind == "several":
        return ["has", answer, ["text", draw(st.sampled_from(OPTIONS))]]
    if question.kind == "number":
        return [draw(SIGNS), answer, draw(number())]
    if draw(st.booleans()):
        return [draw(SIGNS), answer, ["date", iso(draw(st.integers(-6, 6)))]]
    return [draw(SIGNS), [draw(COUNTS), answer], draw(number())]


@st.composite
def conditions(draw, questions, depth=2):
    join = draw(st.sampled_from(["atom", "atom", "not", "and", "or"])) if depth else "atom"
    if join == "atom":
        return draw(atoms(questions))
    if join == "not":
        return ["not", draw(conditions(questions, depth - 1))]
    return [join, *(draw(conditions(questions, depth - 1)) for _ in range(2))]


@st.composite
def value_of(draw, questions):
    """A value that is there on some ways only; it may divide by what is 0 at times."""

    def part():
        chosen = draw(st.sampled_from(questions))
        counted = {"number": ["answer", chosen.id], "date": ["days_since", ["answer", chosen.id]]}
        return counted.get(chosen.kind, ["number", "1"])

    divisors = [part for part in (part() for _ in range(4)) if part[0] != "number"]
    share = ["/", part(), divisors[0]] if divisors and draw(st.booleans()) else part()
    if draw(st.booleans()):
        return ["if", draw(conditions(questions, 1)), share, part()]
    return [draw(st.sampled_from(["+", "min"])), part(), part()]


@st.composite
def branches_of(draw, known, onward):
    targets = st.sampled_from(onward)
    made = [Branch(draw(targets), draw(conditions(known))) for _ in range(draw(st.integers(0, 3)))]
    # Without a last branch that always holds, there may be a gap.
    return tuple(made) if made and draw(st.integers(0, 3)) == 0 else (*made, Branch(draw(targets)))


@st.composite
def tree_of(draw, name, questions, elsewhere):
    order = [question.id for question in questions]
    every = [*questions, *(one for other in elsewhere for one in other.questions.values())]
    values = {"v": Value("v", draw(value_of(every)))} if draw(st.booleans()) else {}
    names = st.lists(
        st.sampled_from([*{one.id for one in every}, *values, "today"]), max_size=2, unique=True
    ).map(tuple)
    made = {}
    for at, question in enumerate(questions):
        onward = [*order[at + 1 :], *ENDS, *(f"tree:{other.id}" for other in elsewhere)]
        branches = draw(branches_of(every, onward))
        made[question.id] = Question(
            question.id, question.kind, "?", branches, question.settings, draw(names)
        )
    outcomes = {end: Outcome(end, "safe", end, draw(names)) for end in ENDS}
    return Tree(name, name, order[0], made, outcomes, values)


@st.composite
def libraries(draw):
    """One or two trees with four questions at most; the second may share one with the first."""
    kinds = st.sampled_from(["choice", "several", "number", "number", "date", "date", "text"])
    pool = []
    for at in range(draw(st.integers(1, 4))):
        kind = draw(kinds)
        pool.append(Question(f"q{at}", kind, "?", (), draw(settings_of(kind))))
    if len(pool) == 1 or draw(st.booleans()):
        return {"one": draw(tree_of("one", pool, []))}
    cut = draw(st.integers(1, len(pool) - 1))
    shared = draw(st.lists(st.sampled_from(pool[:cut]), max_size=1))
    second = draw(st.permutations([*pool[cut:], *shared]))
    two = draw(tree_of("two", second, []))
    one = draw(tree_of("one", pool[:cut], [two]))
    return {"one": one, "two": two}
