"""Two small trees that go on in one another, and an author who has them on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.editor.author import Author, Editor

PARCEL = """title: Where is my parcel?
summary: Finds it.
start: seen
questions:
  seen:
    ask: What does the page say?
    name: what it says
    options:
      lost: 📦 Lost
      late:
        label: Late
        go: since
      other: Something else
    then:
      - if: seen == lost
        go: gone
      - otherwise: since
  since:
    kind: date
    ask: Since when?
    latest: today
    then:
      - if: days_since(since) > 20 and seen in [late]
        go: tree:money
      - otherwise: pending
values:
  again_on: since + days(20)
outcomes:
  gone:
    verdict: ask
    title: Ask
    reason: "📦📦 It is gone. [@shop] See [the money](tree:money)."
    read: [tree:money]
  pending:
    verdict: wait
    title: Wait until {again_on}
    reason: Since {since}, it is on its way. [@shop]
    dates:
      - {date: again_on, label: Look again}
scenarios:
  - {story: Lost., answers: {seen: lost}, ends: gone}
  - story: Late.
    today: 2026-03-23
    answers: {seen: late, since: 2026-03-20}
    ends: pending
    shows: {again_on: 2026-04-09}
  - story: Very late.
    today: 2026-03-23
    answers: {seen: late, since: 2026-01-20, paid: yes}
    ends: tree:money/back
"""
MONEY = """title: Where is my money?
summary: Finds it, too.
questions:
  seen:
    ask: What does the page say now?
    options: {lost: Lost, late: Late, other: Other}
    go: paid
  paid: {ask: Did you pay?, yes: back, no: none_taken}
outcomes:
  back: {verdict: ask, title: Ask for it, reason: "You paid. [@shop]"}
  none_taken: {verdict: safe, title: Nothing, reason: "You did not pay. [@shop]"}
scenarios:
  - {story: Paid., answers: {seen: late, paid: yes}, ends: back}
  - {story: Not., answers: {seen: late, paid: no}, ends: none_taken}
"""
SOURCES = """shop:
  title: How we send
  publisher: The shop
  address: https://example.org/sending
  checked: 2026-11-22
  sure: official
"""
FILES = {"parcel.yaml": PARCEL, "money.yaml": MONEY, "sources.yaml": SOURCES}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder that passes the check."""
    content = tmp_path / "decision_trees"
    content.mkdir()
    for name, text in FILES.items():
        (content / name).write_text(text, "utf-8")
    return content


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with the server running beside it."""
    running = Editor()
    yield running
    running.close()


@pytest.fixture
def author(editor: Editor, folder: Path) -> Author:
    """An author with the tree about parcels open."""
    return Author(editor, folder).open("parcel.yaml")
