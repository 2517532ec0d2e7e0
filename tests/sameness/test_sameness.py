"""The same answers give the same transcript everywhere the engine runs.

CPython directly; after a round trip through JSON; in Pyodide under Node, from the cut bundle. The
real page is walked in tests/browser/test_sameness.py.
"""

from __future__ import annotations

import json

import pytest
from tests.runtime.node import node_transcripts
from tests.sameness.cases import cases, compiled, content, direct, library_of

from trees.authoring.document import Project
from trees.engine import wire
from trees.engine.tree import Library

#: How many of a tree's shortest ways are played.
BOUND = 1000


@pytest.fixture(scope="module")
def project() -> Project:
    """Our own content."""
    return content()


@pytest.fixture(scope="module")
def library(project: Project) -> Library:
    """The trees of our own content."""
    return library_of(project)


def test_json_round_trip__changes_no_transcript(project: Project, library: Library) -> None:
    read = [wire.from_json(json.loads(text)) for text in compiled(library)]
    again = {tree.id: tree for tree in read}
    played = cases(project, BOUND)
    assert len(played) > 20 * len(library)
    for case in played:
        assert direct(again, case) == direct(library, case)


@pytest.mark.slow
def test_pyodide_under_node__gives_the_same_transcripts(project: Project, library: Library) -> None:
    played = cases(project, BOUND)
    there = node_transcripts(compiled(library), [case.ask for case in played])
    assert there == [direct(library, case) for case in played]
