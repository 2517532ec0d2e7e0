"""Compiled expressions mean what Python means by the same text."""

import re
from datetime import date
from decimal import Decimal, DivisionByZero, InvalidOperation

from hypothesis import given, settings
from hypothesis import strategies as st

from trees.authoring.language.conditions import compile_condition
from trees.authoring.language.names import Names
from trees.authoring.language.values import Values
from trees.authoring.source import File, TextNode
from trees.engine.expressions import Scope, evaluate
from trees.engine.tree import Question

OPTIONS = {"options": {"a": "A", "b": "B", "c": "C"}}
NAMES = Names(
    {
        "who": Question("who", "choice", "Who?", (), OPTIONS),
        "what": Question("what", "several", "What?", (), OPTIONS),
        "paid": Question("paid", "number", "How much?", ()),
        "on": Question("on", "date", "When?", ()),
    }
)
TODAY = date(2026, 3, 23)

numbers = st.integers(-20, 20).map(str) | st.sampled_from(["0.5", "1.25", "-3.75"])
signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
options = st.sampled_from("abc")
joined = {
    "equal": st.tuples(st.just("who"), st.sampled_from(["==", "!="]), options),
    "listed": st.tuples(
        st.just("who"),
        st.sampled_from(["in", "not in"]),
        st.lists(options, min_size=1).map(lambda names: f"[{', '.join(names)}]"),
    ),
    "ticked": st.tuples(options, st.sampled_from(["in", "not in"]), st.just("what")),
    "number": st.tuples(st.just("paid"), signs, numbers),
    "flipped": st.tuples(numbers, signs, st.just("paid")),
    "range": st.tuples(numbers, signs, st.just("paid"), signs, numbers),
    "days": st.tuples(st.just("days_since(on)"), signs, numbers),
}
atoms = st.one_of(*joined.values()).map(" ".join)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(" ".join),
        inner.map(lambda text: f"not {text}"),
        inner.map(lambda text: f"({text})"),
    ),
    max_leaves=6,
)
values = st.recursive(
    numbers | st.just("paid"),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(
            lambda t: f"{t[0]}({t[1]}, {t[2]})"
        ),
        st.tuples(inner, conditions, inner).map(lambda t: f"({t[0]} if {t[1]} else {t[2]})"),
        inner.map(lambda text: f"-({text})"),
    ),
    max_leaves=6,
)
answers = st.fixed_dictionaries(
    {
        "who": options,
        "what": st.frozensets(options),
        "paid": st.decimals(-20, 20, places=2),
        "on": st.dates(date(2026, 2, 1), date(2026, 5, 1)),
    }
)


def node(text):
    return TextNode(File("x.yaml", text), 0, len(text), text, "")


def python(text, given):
    known = {name: name for name in "abc"} | given
    known["days_since"] = lambda day: Decimal((TODAY - day).days)
    decimals = re.sub(r"(?<![\w.])\d+(\.\d+)?", r"Decimal('\g<0>')", text)
    return eval(decimals, {"Decimal": Decimal, "min": min, "max": max, **known})


@settings(deadline=None)
@given(conditions, answers)
def test_a_condition__compiled_and_evaluated__agrees_with_python(text, given):
    findings = []
    compiled = compile_condition(node(text), NAMES, findings)
    assert findings == []
    assert evaluate(compiled, Scope(given, {}, TODAY)) is bool(python(text, given))


@settings(deadline=None)
@given(values, answers)
def test_a_value__compiled_and_evaluated__agrees_with_python(text, given):
    findings = []
    typed = Values({"v": node(text)}, NAMES, findings).all()["v"]
    assert findings == []
    try:
        expected = python(text, given)
    except (DivisionByZero, InvalidOperation):
        return
    result = evaluate(typed.expression, Scope(given, {}, TODAY))
    # Where Python need not work out a branch, neither need the engine: both are lazy.
    assert result == expected


@given(conditions)
def test_a_comparison__with_nothing_answered__never_holds(text):
    compiled = compile_condition(node(text), NAMES, [])
    if "not " not in text.replace("not in", ""):
        assert evaluate(compiled, Scope({}, {}, TODAY)) is not True
