"""The way of a story is the way that the engine takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.authoring.diff.pairs import KINDS, library_of
from tests.authoring.proof.brute_force import answers
from tests.authoring.proof.generated import settings_of

from trees.authoring.document import Scenario
from trees.authoring.findings import Span
from trees.authoring.project import load
from trees.authoring.scenarios import ANY_DAY
from trees.authoring.worth.trace import stories, trace
from trees.engine.session import DeadEndError, State, replay
from trees.engine.tree import Question

NOWHERE = Span("", 1, 1, 1, 1)
TODAY = date(2026, 3, 4)


@st.composite
def stories_of_libraries(draw):
    pool = []
    for at in range(draw(st.integers(1, 4))):
        kind = draw(KINDS)
        pool.append(Question(f"q{at}", kind, "?", (), draw(settings_of(kind))))
    said = {}
    for question in pool:
        every = answers(question, TODAY)
        if every and draw(st.integers(0, 5)):
            said[question.id] = draw(st.sampled_from(every))
    return draw(library_of(pool)), Scenario("A story", said, ("one", "end0"), TODAY, NOWHERE)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(stories_of_libraries())
def test_a_trace__compared_with_a_replay__ends_there_and_uses_the_same_answers(made):
    library, scenario = made
    found = trace(library, "one", scenario)
    try:
        step = replay(library, State("one", scenario.answers), TODAY)
    except DeadEndError as error:
        stopped = str(error)
    else:
        stopped = step.node.id
        assert found.end[0] == step.tree.id
        assert found.used == step.state.answers.keys()
    assert found.end[1] == stopped


def test_the_stories_of_our_own_trees__traced__all_end_where_they_say():
    project = load(Path("decision_trees"), Path())
    library = {name: document.tree for name, document in project.documents.items()}
    told = stories(library, project.documents)
    assert len(told) == sum(len(one.scenarios) for one in project.documents.values()) > 150
    for story in told:
        today = story.scenario.today or ANY_DAY
        step = replay(library, State(story.tree, story.scenario.answers), today)
        assert step.state.answers.keys() == story.trace.used
