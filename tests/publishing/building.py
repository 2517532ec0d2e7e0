"""Makes a small project on disk, and builds it with MkDocs as a user would."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from trees.publishing.assets import Browser, browser

#: A built bundle's own list, as far as pages need it.
MANIFEST = json.dumps(
    {
        "abi": "2025_0",
        "hash": "f00",
        "scripts": "py/",
        "wasm": "py/wasm",
        "library": "py/lib",
        "engine": "engine",
        "files": {},
    }
)
SOURCES = """
times:
  title: When will I get my refund?
  publisher: AliExpress Help Center
  address: https://example.org/times
  checked: 2026-11-22
  sure: official
"""
REFUND = """
title: Where is my refund?
summary: Finds out whether your money is on its way.
questions:
  taken:
    ask: Has the money left your account?
    hint: Look at the bank statement.
    yes: tree:risk
    no: held
outcomes:
  held:
    verdict: wait
    title: Your bank put the money on hold
    reason: Nothing was taken. [@times]
scenarios:
  - story: The money was never taken.
    answers: {taken: no}
    ends: held
"""
RISK = """
title: Is my account at risk?
summary: Says whether an account is at risk.
questions:
  often:
    ask: Does it happen often?
    yes: calm
    no: calm
outcomes:
  calm:
    verdict: safe
    title: Nothing happens to your account
    reason: It is fine. [@times]
scenarios:
  - story: It happened once.
    answers: {often: no}
    ends: calm
"""
#: What would make a browser ask another origin for something.
FOREIGN = re.compile(
    r"""<(?:script|img|iframe|source|video|audio)[^>]+src=["']?(?:https?:)?//"""
    r"""|<link[^>]+rel=["']?(?:stylesheet|preconnect|preload|icon)[^>]*href=["']?(?:https?:)?//"""
)
HOME = "# Home\n\nWelcome.\n\n<!-- decision-trees -->\n"


def write_project(folder: Path, **files: str) -> Path:
    """Write a project of two trees; ``files`` replaces trees by name. Returns mkdocs.yml."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text(HOME)
    trees = folder / "decision_trees"
    trees.mkdir(exist_ok=True)
    for name, text in {"refund": REFUND, "risk": RISK, "sources": SOURCES, **files}.items():
        (trees / f"{name}.yaml").write_text(text)
    return write_config(folder)


def write_config(folder: Path, **changes: object) -> Path:
    """Write mkdocs.yml, the three lines of another team's site with ``changes``."""
    config = {
        "site_name": "Example",
        "repo_url": "https://github.com/example/example",
        "edit_uri": "edit/main/docs/",
        "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
        "plugins": ["search", "decision-trees"],
        **changes,
    }
    path = folder / "mkdocs.yml"
    path.write_text(yaml.safe_dump(config))
    return path


def without_runtime() -> Browser:
    """Return what stands around the engine, without the megabytes of the engine's own runtime."""
    whole = browser()
    light = tuple(asset for asset in whole.assets if "/runtime-" not in asset.path)
    return replace(whole, assets=light)


def build(config_file: Path, *, command: str = "build", strict: bool = False) -> Path:
    """Build a project as ``mkdocs build`` does; return the folder of the site."""
    site = config_file.parent / "site"
    config = load_config(str(config_file), site_dir=str(site), strict=strict)
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return site


@contextmanager
def warnings() -> Iterator[list[str]]:
    """Collect what MkDocs would print as warnings and errors."""
    found: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        yield found
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
