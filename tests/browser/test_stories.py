"""The guide's eighteen stories, played through the real page on a phone, in each language.

Boundary: the scenarios that stand for the nine reasons, the five steps and the four frequent
questions. Answers are ids; what is said of them is read off the page.
"""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from tests.browser.conftest import ROOT, TODAY, Meet
from tests.browser.walker import Walker
from tests.sameness.cases import TODAY as DAY
from tests.sameness.cases import Case, content

TREE = "order-cancelled"
#: The nine reasons, the five steps, the four frequent questions; they come first in the tree.
STORIES = content().documents[TREE].scenarios[: 9 + 5 + 4]
LANGUAGES = [
    "en",
    *load_config(str(ROOT / "mkdocs.yml")).plugins["decision-trees"].config.languages,
]


@pytest.mark.timeout(300)
def test_every_story__on_a_phone__ends_as_told_in_each_language(meet: Meet) -> None:
    said = {language: played(meet, language) for language in LANGUAGES}
    for language in LANGUAGES[1:]:
        assert said[language].isdisjoint(said["en"]), f"questions in English in {language}"


def played(meet: Meet, language: str) -> set[str]:
    """Play all stories from one visit of a language's page; return the questions that were seen."""
    folder = "" if language == "en" else f"{language}/"
    reader = meet()
    walker = Walker(reader, lambda tree: f"{folder}trees/{tree}/")
    said = set()
    for story in STORIES:
        assert TODAY.startswith((story.today or DAY).isoformat())
        shown = walker.walked(Case(TREE, tuple(story.answers.items()), DAY))
        end = shown["end"]
        assert (end["tree"], end["node"]) == story.ends, (language, story.story)
        answers = {step["question"]: step["answer"] for step in shown["steps"]}
        assert answers == story.answers, (language, story.story)
        assert end["verdict"], (language, story.story)
        said |= {step["ask"] for step in shown["steps"]}
    assert reader.page.locator("html").get_attribute("lang") == language
    return said
