"""The templates, with escaping always on.

Boundary: loads and renders; what goes in is decided by the caller. Whatever is not ``Markup`` is
escaped, so that a template cannot forget it. A name that is missing is an error, never a blank.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def render(template: str, **values: Any) -> Markup:
    """Return a template filled in, as HTML."""
    html = _environment().get_template(template).render(values)
    return Markup(html)  # noqa: S704  (autoescape is on)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("trees.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
