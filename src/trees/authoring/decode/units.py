"""Units of numbers.

Boundary: what was written in, what the engine holds out.
"""

from __future__ import annotations

from trees.engine.parts import Unit

from ..schema.shapes import Fields


def unit(fields: Fields | None) -> Unit:
    """Return a unit: its words, or those for one and for any other number."""
    if fields is None:
        return ""
    forms = {name: fields.text(name) for name in ("one", "other")}
    return forms if all(forms.values()) else forms["other"]
