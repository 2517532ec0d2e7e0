"""Whoever writes a tree cannot run script on its page, and no content policy is there to help."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.browser.injected import declared, filled, harmful, sources
from tests.browser.site_server import Server
from tests.fuzz.inputs import BESIDE
from tests.publishing.building import build, write_config
from tests.publishing.hostile import HOSTILE

from trees.authoring.document import Project
from trees.authoring.project import load
from trees.authoring.schema.format import TREE
from trees.engine.session import State, replay
from trees.engine.tree import Library

TODAY = date(2026, 3, 23)
#: Goes from page to page without loading anew, so that one engine serves them all.
THEME = {"name": "material", "font": False, "features": ["navigation.instant"]}
NAMES = {f"harm-{at:02}": text for at, text in enumerate(HOSTILE)}
ALARM = """
globalThis.ran = [];
for (const name of ["alert", "confirm", "prompt", "msgbox"])
  globalThis[name] = (...words) => { globalThis.ran.push([name, ...words].join(" ")); };
"""
SEEN = """() => {
  const all = [...document.querySelectorAll("*")];
  const tags = (...names) => all.filter((one) => names.includes(one.localName));
  return {
    ran: globalThis.ran,
    handlers: all.flatMap((one) => [...one.attributes])
      .filter(({name}) => name.startsWith("on")).map(({name, value}) => `${name}=${value}`),
    schemes: tags("a", "area").filter((one) => one.hasAttribute("href"))
      .map((one) => one.protocol).filter((scheme) => !["http:", "https:"].includes(scheme)),
    frames: tags("iframe", "object", "embed", "base", "applet", "math").map((one) => one.outerHTML),
    sent: tags("form").map((one) => one.getAttribute("action")).filter((to) => to),
    scripts: tags("script").length,
    trees: tags("decision-tree").length,
  };
}"""
FOLLOW = """(address) => {
  const link = document.createElement("a");
  link.href = address;
  document.querySelector("main").append(link);
  link.click();
}"""
OPENED = """(name) => document.querySelector("decision-tree[data-ready]")?.dataset.tree === name"""
SHOWN = """(name) => {
  const tree = document.querySelector("decision-tree");
  const nodes = [...tree.querySelectorAll(":scope > .dt-node")];
  const shown = nodes.filter((one) => one.checkVisibility()).map((one) => one.dataset.node);
  return tree.hasAttribute("data-ready") && shown.join() === name;
}"""


@pytest.fixture(scope="module")
def harm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Project]]:
    """A site of trees that mean harm, without any content policy: its address, and its trees."""
    root = tmp_path_factory.mktemp("harm")
    (root / "docs").mkdir()
    (root / "docs/index.md").write_text("# Home\n\n<!-- decision-trees -->\n")
    folder = root / "decision_trees"
    folder.mkdir()
    every = "".join(
        sources(name, text).removeprefix(BESIDE["sources.yaml"]) for name, text in NAMES.items()
    )
    files = {**BESIDE, "sources.yaml": BESIDE["sources.yaml"] + every}
    files |= {f"{name}.yaml": harmful(name, text)[0] for name, text in NAMES.items()}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    server = Server(root)
    with quiet():
        config = write_config(root, site_url=server.address, repo_url="", edit_uri="", theme=THEME)
        server.folder = build(config)
    yield server.address, load(folder)
    server.stop()


@contextmanager
def quiet() -> Iterator[None]:
    """Say nothing of warnings: these trees have thousands, and they are not what is tested."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    opened = context().new_page()
    opened.add_init_script(ALARM)
    opened.clock.set_fixed_time(f"{TODAY}T10:00:00")
    return opened


def test_the_kitchen_sink_tree__fills_every_place_for_text_that_the_format_declares() -> None:
    assert declared(TREE) - filled() == set()


def test_hostile_texts__put_everywhere__are_mostly_let_through() -> None:
    """So that the tests below are about the page, and not about the check."""
    places = [harmful(name, text)[1] for name, text in NAMES.items()]
    assert min(places) > 20
    assert sum(places) > len(places) * 40


def with_a_tree(calm: dict[str, Any]) -> dict[str, Any]:
    """What is in a page of a tree: the tree, and the script that opens it at its place."""
    return {**calm, "trees": 1, "scripts": calm["scripts"] + 1}


def test_trees_that_mean_harm__opened_and_searched__run_nothing_and_ask_nobody(
    page: Page, harm: tuple[str, Project]
) -> None:
    address, _ = harm
    asked = overheard(page)
    calm = looked_at_home(page, address)
    for name, text in NAMES.items():
        page.goto(f"{address}trees/{name}/")
        assert page.evaluate(SEEN) == with_a_tree(calm), text
    page.goto(f"{address}?q=alert")
    page.wait_for_selector(".md-search-result__article")
    assert page.evaluate(SEEN) == calm
    assert foreign(asked, address) == []


def test_trees_that_mean_harm__walked_through__run_nothing_and_ask_nobody(
    page: Page, harm: tuple[str, Project]
) -> None:
    address, project = harm
    library = {name: one.tree for name, one in project.documents.items()}
    asked = overheard(page)
    calm = looked_at_home(page, address)
    for name, text in NAMES.items():
        page.evaluate(FOLLOW, f"{address}trees/{name}/")
        page.wait_for_function(OPENED, arg=name)
        for answers in stories(project, name, text):
            walk(page, library, name, answers)
        assert page.evaluate(SEEN) == with_a_tree(calm), text
    assert foreign(asked, address) == []


def overheard(page: Page) -> list[str]:
    """Return a list that fills with the addresses that the page asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def foreign(asked: list[str], address: str) -> list[str]:
    return [url for url in asked if not url.startswith((address, "data:", "blob:"))]


def looked_at_home(page: Page, address: str) -> dict[str, Any]:
    """Return what is seen at home, where trees are but listed."""
    page.goto(address)
    calm: dict[str, Any] = page.evaluate(SEEN)
    assert calm["ran"] == calm["handlers"] == calm["schemes"] == calm["frames"] == []
    return calm


def stories(project: Project, name: str, text: str) -> list[dict[str, str]]:
    """Return the answers of the longest story, and of one where the reader writes the text, too."""
    document = project.documents[name]
    own = [dict(story.answers) for story in document.scenarios if story.ends[0] == name]
    noted = next(answers for answers in own if answers.get("note"))
    typed = {**noted, "note": " ".join(text.split())[:200]}
    return [max(own, key=len), typed]


def walk(page: Page, library: Library, name: str, answers: dict[str, str]) -> None:
    """Bring the answers by the address, and wait until the engine shows where they end."""
    step = replay(library, State(name, answers), TODAY)
    if step.tree.id != name:
        return
    page.evaluate("(fragment) => { location.hash = fragment; }", urlencode(answers))
    page.wait_for_function(SHOWN, arg=step.node.id)
