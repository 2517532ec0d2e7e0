"""Pages that work under the content policy, and a preview that sends it.

Boundary: what MkDocs hands over at the end of a build and at the start of ``mkdocs serve``. What
the policy says, and how scripts are moved, is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from .. import policy
from ..inline import move

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = get_plugin_logger("decision-trees")

#: The end of the head, and what may hold the same letters as text before it.
_HEAD_END = re.compile(
    r"<!--.*?-->|<(script|style|title)\b.*?</\1\s*>|(?P<end></head\s*>)", re.DOTALL | re.IGNORECASE
)
_RELOADS = re.compile(rb"<script>([^<]*\blivereload\([^<]*)</script>\s*</body>")


class StrictPages:
    """Makes the pages of one build strict; keeps the files that they load until its end."""

    def __init__(self, *, says_policy: bool) -> None:
        self._says_policy = says_policy
        self._files: dict[str, bytes] = {}

    def make(self, html: str, base: str, name: str) -> str:
        """Return a page without inline scripts; ``base`` leads to the site's root."""
        moved = move(html, lambda path: f"{base.rstrip('/')}/{path}")
        self._files.update((script.path, script.content) for script in moved.scripts)
        for what in moved.blocked:
            log.warning(
                f"{name}: browsers will ignore {what}, as content_policy allows files of this site "
                "only. Put it into one (extra_css, extra_javascript), or set content_policy to no."
            )
        return _with_policy(moved.html, name) if self._says_policy else moved.html

    def write(self, site: Path) -> None:
        """Write the files of all pages."""
        for path, content in self._files.items():
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _with_policy(html: str, name: str) -> str:
    """Say the policy at the end of the head.

    Browsers look ahead for files that a page will need, but no further than the policy. What
    stands before it is the theme's and other plugins', and has been looked through above.
    """
    for found in _HEAD_END.finditer(html):
        if found["end"]:
            return f"{html[: found.start()]}{policy.meta()}{html[found.start() :]}"
    log.warning(
        f"{name}: has no </head>, before which a page says content_policy. "
        "Close the head in the theme's template, or send the policy from your host."
    )
    return html


class _Start:
    """Notes what an application says about its response, so that more can be said with it."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: dict[str, str] = {}

    def __call__(
        self, status: str, headers: list[tuple[str, str]], exc_info: object = None, /
    ) -> Callable[[bytes], object]:
        self.status, self.headers = status, dict(headers)
        return _unused


def sending_policy(app: WSGIApplication) -> WSGIApplication:
    """Wrap MkDocs' server: all it says has the policy, and its script for reloading may run."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start = _Start()
        body = app(environ, start)
        inline: list[bytes] = []
        if start.headers.get("Content-Type", "").startswith("text/html"):
            body = [b"".join(body)]
            inline = _RELOADS.findall(body[0])
        start.headers.update(policy.headers(*inline))
        start_response(start.status, list(start.headers.items()))
        return body

    return answer


def _unused(data: bytes) -> object:
    """Stand for WSGI's old way of writing, which MkDocs does not use."""
    raise NotImplementedError
