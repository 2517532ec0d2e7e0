"""What a reader takes along from an outcome: calendar files that others can read, links and reports
that hold no more than they should."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.sameness.cases import cases, content, library_of

from trees.engine.session import State, replay
from trees.engine.view import view
from trees.publishing.words import ENGLISH

WRITER = Path(__file__).with_name("packet.mjs")
NOW = "2026-03-23T10:00:00.000Z"
#: What people write: any letters, line breaks, and the signs that mean something in a calendar.
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("\n\\;,:😀é"))
REMINDERS = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"[a-z.]{1,60}@example\.org", fullmatch=True),
        "day": st.dates(date(2025, 1, 1), date(2125, 12, 31)).map(date.isoformat),
        "title": TEXTS,
        "description": TEXTS,
    }
)


def written(**given: Any) -> dict[str, list[Any]]:
    done = subprocess.run(
        ["node", str(WRITER)],
        input=json.dumps({"now": NOW, "words": dict(ENGLISH), **given}),
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[Any]] = json.loads(done.stdout)
    return told


@settings(max_examples=5, deadline=None)
@given(st.lists(REMINDERS, min_size=1, max_size=40))
def test_any_reminder__is_read_back_by_a_calendar(reminders: list[dict[str, str]]) -> None:
    for reminder, text in zip(reminders, written(reminders=reminders)["calendars"], strict=True):
        lines = text.encode().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)
        (event,) = Calendar.from_ical(text).walk("VEVENT")
        day = date.fromisoformat(reminder["day"])
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (day, day + timedelta(days=1))
        assert event["DTSTAMP"].dt == datetime.fromisoformat(NOW).astimezone(UTC)
        assert str(event["UID"]) == reminder["id"]
        assert str(event["SUMMARY"]) == reminder["title"]
        assert str(event["DESCRIPTION"]) == reminder["description"]
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == timedelta(hours=9), "in the morning of the day"
        assert str(alarm["ACTION"]) == "DISPLAY"


DEEDS = [["refund/twice", ["Ask.", "Wait."]], ["refund/held", []], ["refund/twice", ["Wait."]]]


@pytest.mark.parametrize(
    ("storage", "known", "kept"),
    [
        ("works", ["Wait."], {"dt-done:refund/twice": '["Wait."]'}),
        ("full", ["Wait."], {}),
        ("filling", ["Wait."], {"dt-done:refund/twice": '["Ask.","Wait."]'}),
        ("forbidden", ["Wait."], {}),
        ("spoilt", [], {"dt-done:refund/twice": '["Wait."]'}),
    ],
)
def test_ticks__are_kept_on_the_device__or_else_for_this_visit(
    storage: str, known: list[str], kept: dict[str, str]
) -> None:
    (visit,) = written(visits=[{"storage": storage, "deeds": DEEDS}])["ticks"]
    assert visit[-1] == [known, kept]


def test_what_leaves_the_device__holds_no_day_no_number_and_no_words_of_the_reader() -> None:
    """Over every story of every tree: links leave out words, reports all but what was chosen."""
    project = content()
    library = library_of(project)
    stories = cases(project, 0)
    replayed = [
        replay(library, State(case.tree, dict(case.answers)), case.today) for case in stories
    ]
    views = [view(step) for step in replayed]
    told = written(views=json.loads(json.dumps(views)))
    kinds = set()
    for seen, link, whole, report in zip(
        views, told["links"], told["whole"], told["reports"], strict=True
    ):
        assert whole == seen["state"]
        report_lines = report["body"].splitlines()
        for entry in seen["trail"]:
            question, answer, kind = entry["question"], entry["answer"], entry["type"]
            kinds.add(kind)
            shared = "" if kind == "words" else answer
            assert link["answers"][question] == shared
            chosen = answer if kind in {"option", "options"} else "(not told)"
            assert f"- {entry['tree']}, {question}: {chosen}" in report_lines
        assert len(report_lines) == len(seen["trail"]) + 2
    assert kinds == {"option", "options", "number", "date", "words"}


def test_a_link_without_the_readers_words__leads_to_the_same_outcome() -> None:
    project = content()
    library = library_of(project)
    written_in = [
        (case, step)
        for case in cases(project, 0)
        for step in [replay(library, State(case.tree, dict(case.answers)), case.today)]
        if any(entry.question.kind == "text" and entry.answer for entry in step.trail)
    ]
    assert written_in
    links = written(views=[view(step) for _, step in written_in])["links"]
    for (case, step), link in zip(written_in, links, strict=True):
        again = replay(library, State(link["tree"], link["answers"]), case.today)
        assert (again.tree.id, again.node.id) == (step.tree.id, step.node.id)
