"""What is compiled, written again, means what it meant."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from trees.authoring.language.names import Names
from trees.authoring.language.values import Values
from trees.authoring.source import File, TextNode
from trees.authoring.worth.written import written
from trees.engine.expressions import Scope, evaluate
from trees.engine.tree import Question

NAMES = Names(
    {
        "who": Question("who", "choice", "Who?", (), {"options": {"a": "A", "b": "B", "c": "C"}}),
        "paid": Question("paid", "number", "How much?", ()),
        "on": Question("on", "date", "When?", ()),
    }
)
SCOPES = [
    Scope({"who": who, "paid": Decimal(paid), "on": date(2026, 3, day)}, {}, date(2026, 3, 23))
    for who, paid, day in (("a", "2.5", 2), ("b", "-7", 20), ("c", "40", 23))
]

conditions = st.sampled_from(
    ["who == a", "paid > 3", "who in [a, b] and paid < 5", "not (days_since(on) > 2)"]
)
choice = "({0[0]} if {0[1]} else {0[2]})".format
numbers = st.recursive(
    st.sampled_from(["1", "0.5", "paid", "days_since(on)", "business_days_since(on)"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map("({0[0]} {0[1]} {0[2]})".format),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(
            "{0[0]}({0[1]}, {0[2]})".format
        ),
        st.tuples(inner, conditions, inner).map(choice),
        inner.map("-({0})".format),
    ),
    max_leaves=5,
)
counts = st.sampled_from(["0", "3", "-3", "paid", "-(paid)", "paid - 1"])
days = st.recursive(
    st.sampled_from(["on", "today", "2026-03-01"]),
    lambda inner: st.one_of(
        st.tuples(
            inner, st.sampled_from("+-"), st.sampled_from(["days", "business_days"]), counts
        ).map("({0[0]} {0[1]} {0[2]}({0[3]}))".format),
        st.tuples(inner, conditions, inner).map(choice),
    ),
    max_leaves=4,
)


def compiled(text):
    findings = []
    node = TextNode(File("x.yaml", text), 0, len(text), text, "")
    typed = Values({"v": node}, NAMES, findings).all()["v"]
    assert findings == []
    return typed.expression


@settings(deadline=None)
@given(numbers | days)
def test_a_value__written_and_compiled_again__is_worked_out_alike(text):
    before = compiled(text)
    after = compiled(written(before))
    assert [evaluate(before, one) for one in SCOPES] == [evaluate(after, one) for one in SCOPES]


def test_a_value__written__reads_as_in_a_file():
    for text in [
        "on + business_days(20)",
        "on - days(3) + days(1)",
        "min(500, max(20, paid * paid * 2 - 10))",
        "(paid + 1) / 2 - (paid - 1)",
        "14 if who == a and paid > 3 else days_since(on)",
        "-paid + 1",
    ]:
        assert written(compiled(text)) == text
