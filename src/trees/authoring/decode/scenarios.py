"""Scenarios as they were written.

Boundary: answers stay as typed here; they are read when the trees are known.
"""

from __future__ import annotations

from ..drafts import ScenarioDraft
from ..schema.shapes import Fields


def scenario(fields: Fields) -> ScenarioDraft | None:
    """Return one scenario, or None where a needed part is missing."""
    story, ends, answers = (fields.get(name) for name in ("story", "ends", "answers"))
    if story is None or ends is None or answers is None or "today" in fields.broken:
        return None
    if any(answer is None for _, answer in answers.values()):
        return None
    today = fields.get("today")
    return ScenarioDraft(story, answers, ends, today.value if today else None)
