"""A hook of this site's build (``hooks`` in mkdocs.yml): the theme's scripts wait for the page.

Boundary: those that every page loads, the theme's functions and what uses them. What the first
paint needs of them, docs/assets/colours.js does. Where they stand they would hold up the parser,
and the reader of a slow line would wait for each before the rest of the page is looked at.
"""

from __future__ import annotations

import re
from typing import Any

_THEMES = re.compile(r'<script(?=>__md_scope=|>var target=| src="[^"]*assets/javascripts/bundle\.)')


def on_post_page(output: str, **_: Any) -> str:
    """Change a page; the plugin moves what stands in it into a file later."""
    return _THEMES.sub("<script defer", output)


def on_post_template(output: str, **_: Any) -> str:
    """Change the page for what is not found."""
    return on_post_page(output)
