"""Mistakes that beginners make get the hint that mends them."""

from pathlib import Path

import pytest

from trees.authoring.project import load_texts

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = {
    file.name: file.read_text(encoding="utf-8")
    for file in (CORPUS / "hints.yaml", CORPUS / "one-slip-each.yaml", *CORPUS.glob("beside/*"))
}
FINDINGS = load_texts(FILES).findings

HINTS = [
    ("- {if: card == Debit card,", "write `debit`."),
    ('- {if: card == "a credit card",', "write `credit`."),
    ("- {if: (card != debit card)", "write `debit`."),
    ("- {if: card == Debit,", "Did you mean `debit`?"),
    ("- otherwise: tree:other/end", "A way leads to the start of a tree: write `tree:other`."),
    ("- {if: card == “debit”,", "without quotes"),
    ("- {if: card == debit or credit,", "write `card == credit`"),
    ("- {if: card != debit, goto:", "Write `go`."),
    ('ends: "the end"', "Write its name: `end`."),
    ("earliest: today - 5 days", "Write `today - 5`."),
    ("latest: yesterday", "Write `today - 1`."),
    ("if: many > 3 ", "Put `- ` before its first key."),
    ("- One ", "Write `name: …` in each line"),
    ("-otherwise: end", "Put a space after the `-`."),
    ("go: [end]", "Write one name, without a bracket or a dash."),
    ("verdict: waiting", "Write `wait`."),
    ("reason: It ends. [@one, @two]", "of its own: [@one] [@two]"),
    ("answers: {listed: []}", "Where nothing is ticked, write `none`."),
    ("answers: {amount: [5]}", "without brackets: `amount: answer`."),
    ("listed: true", "Write `yes`."),
    ("- else: other", "Write `otherwise`."),
    ("Ask: The last?", "Did you mean `ask`?"),
    ("kind: dates", "Did you mean `date`?"),
]


@pytest.mark.parametrize(("line", "hint"), HINTS, ids=[line for line, _ in HINTS])
def test_a_beginners_mistake__checked__gets_the_hint_that_mends_it(line, hint):
    said = [
        finding.hint
        for finding in FINDINGS
        for text in (FILES[finding.span.path].splitlines()[finding.span.line - 1],)
        if text.strip().startswith(line)
    ]
    assert len(said) == 1
    assert hint in said[0]
