"""Scenarios as they were written.

Boundary: answers stay as typed here; they are read when the trees are known.
"""

from __future__ import annotations

from ..drafts import ScenarioDraft
from ..schema.shapes import Fields


def scenario(fields: Fields) -> ScenarioDraft | None:
    """Return one scenario, or None where a needed part is missing."""
    story, ends, answers = (fields.get(name) for name in ("story", "ends", "answers"))
    if story is None or ends is None or answers is None or fields.broken & {"today", "shows"}:
        return None
    today, shows = fields.get("today"), fields.get("shows") or {}
    if any(said is None for _, said in (*answers.values(), *shows.values())):
        return None
    return ScenarioDraft(story, answers, ends, today.value if today else None, shows)
