"""Which slips the stories of a tree would notice, and what they pass."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from trees.authoring.project import load, load_texts
from trees.authoring.proof.days import Period
from trees.authoring.worth.coverage import coverage
from trees.authoring.worth.mutation import worth
from trees.authoring.worth.slips import slips_of
from trees.authoring.worth.written import written
from trees.engine.session import State, replay

TREE = """title: Tea?
summary: Whether to drink tea.
listed: no
questions:
  mood:
    ask: How are you?
    options:
      good: Good
      bad: Bad
      fine: Fine
    then:
      - if: mood in [good, fine]
        go: cups
      - otherwise: stop
  cups:
    kind: number
    ask: How many cups did you drink?
    min: 0
    max: 9
    then:
      - if: cups > 3
        go: stop
      - otherwise: drink
outcomes:
  drink: {verdict: fix, title: Drink it, reason: It is time.}
  stop: {verdict: stop, title: Leave it, reason: It is enough.}
scenarios:
"""
BARE = TREE.removesuffix("scenarios:\n")


def project(*told):
    stories = [
        f"  - story: A story.\n    answers: {json.dumps(answers)}\n    ends: {end}\n"
        for answers, end in told
    ]
    text = TREE + "".join(stories) if stories else BARE
    made = load_texts({"trees/tea.yaml": text})
    assert made.broken == {}
    return made


FEW = (({"mood": "good", "cups": 1}, "drink"), ({"mood": "bad"}, "stop"))
ALL = (
    *FEW,
    ({"mood": "fine", "cups": 0}, "drink"),
    ({"mood": "good", "cups": 3}, "drink"),
    ({"mood": "good", "cups": 4}, "stop"),
    ({"mood": "good", "cups": 9}, "stop"),
)


def of(*told):
    (found,) = worth(project(*told), Period(), ["tea"])
    return found


def test_stories_at_every_edge__mutated__notice_every_change():
    found = of(*ALL)
    # Five of the branches of each question, and two of the bounds.
    assert (found.noticed, found.tried, found.findings) == (12, 12, ())


def test_fewer_stories__mutated__notice_fewer_changes_of_the_same_number():
    assert of(*FEW).noticed < of(*ALL).noticed
    assert of(*FEW).tried == of(*ALL).tried


def test_stories__mutated_twice__give_the_same_findings():
    assert of(*FEW) == of(*FEW)


def test_a_finding__taken_as_a_story__ends_where_it_says():
    tree = project(*FEW).documents["tea"].tree
    for finding in of(*FEW).findings:
        answers, _, rest = finding.hint.partition("would: ")[2].partition("} on ")
        day, _, end = rest.partition(" ends at ")
        state = State("tea", json.loads(answers + "}"))
        step = replay({"tea": tree}, state, date.fromisoformat(day))
        assert step.node.id == end.strip("`.")


def test_a_finding__added_as_a_story__is_not_found_again():
    finding = of(*FEW).findings[0]
    answers, _, rest = finding.hint.partition("would: ")[2].partition("} on ")
    end = rest.partition(" ends at ")[2].strip("`.")
    assert finding not in of(*FEW, (json.loads(answers + "}"), end)).findings


@pytest.mark.parametrize(
    "words",
    [
        "`cups` were `drink`",
        "this branch were missing",
        "`mood in [good, fine]` were `mood == fine`",
        "`cups > 3` were `cups > 2`",
        "`cups > 3` were `cups > 4`",
        "`max` were narrower by one",
    ],
)
def test_a_tree__mutated__changes_each_branch_target_and_bound(words):
    tree = project().documents["tea"].tree
    assert words in [slip.words for slip in slips_of(tree)]


def test_a_change_that_no_reader_can_notice__mutated__does_not_count():
    # Both branches lead to the same place, so where the edge between them lies is all one.
    text = BARE.replace("go: stop\n      - otherwise: drink", "go: drink\n      - otherwise: drink")
    made = load_texts({"trees/tea.yaml": text})
    (found,) = worth(made, Period(), ["tea"])
    assert found.alike > 0
    assert not [one for one in found.findings if "cups > 3" in one.message]


def test_coverage__of_few_stories__points_at_what_none_passes():
    (found,) = coverage(project(*FEW))
    assert (found.outcomes, found.options, found.branches) == ((2, 2), (2, 3), (3, 4))
    told = [(one.code, one.span.line, one.severity) for one in found.findings]
    assert told == [("untold-option", 10, "advice"), ("untold-branch", 21, "advice")]


def test_a_condition__written__reads_as_in_a_file():
    text = "(cups > 3 or mood == bad) and mood in [good, fine] and not (mood == fine)"
    made = load_texts({"trees/tea.yaml": BARE.replace("cups > 3", text)})
    assert written(made.walkable["tea"].tree.questions["cups"].branches[0].when) == text


def test_our_own_stories__mutated__notice_nearly_everything():
    found = worth(load(Path("decision_trees"), Path()), Period(), ["refund", "reorder"])
    assert sum(one.noticed for one in found) >= 0.95 * sum(one.tried for one in found)
