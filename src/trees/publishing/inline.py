"""Moves the scripts that stand in a page into files, so that a page needs no inline script.

Boundary: a page's HTML in; the HTML, the scripts' files, and what could not be moved out. A script
keeps its place, so what it finds and what it defines stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from .assets import ROOT, Asset

#: A comment, a script with its text, or a start tag, whatever its attributes hold.
_TAG = re.compile(
    r"""<!--.*?-->
    | <script\b(?P<script>(?:[^>"']|"[^"]*"|'[^']*')*+)>(?P<text>.*?)</script\s*>
    | <(?P<name>[a-z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*+)>""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s=/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?""")
#: Types of a script that is run where it stands.
_CLASSIC = {"", "text/javascript", "application/javascript"}
#: Other types that a policy looks at: what they name is found from where they stand.
_BOUND = {"module", "importmap", "speculationrules"}
#: An address that names a host.
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moved:
    """A page without inline scripts, what it loads instead, and what a strict policy will block."""

    html: str
    scripts: tuple[Asset, ...]
    blocked: tuple[str, ...]


def move(html: str, address: Callable[[str], str]) -> Moved:
    """Move a page's scripts; ``address`` makes a path from the site's root an address for it."""
    scripts: dict[str, Asset] = {}
    blocked: dict[str, None] = {}

    def change(tag: re.Match[str]) -> str:
        attributes = _attributes(tag)
        blocked.update(dict.fromkeys(_blocked(tag, attributes)))
        if not _is_inline(tag, attributes):
            return tag[0]
        script = _file(tag["text"])
        scripts[script.path] = script
        return f'<script{tag["script"]} src="{address(script.path)}"></script>'

    return Moved(_TAG.sub(change, html), tuple(scripts.values()), tuple(blocked))


def _file(script: str) -> Asset:
    content = script.encode()
    return Asset(f"{ROOT}/inline/{sha256(content).hexdigest()[:12]}.js", content)


def _is_inline(tag: re.Match[str], attributes: dict[str, str]) -> bool:
    """Whether a tag is a script that browsers run, with its text in the page."""
    written = tag["script"] is not None and "src" not in attributes and tag["text"].strip()
    return bool(written) and attributes.get("type", "").lower() in _CLASSIC


def _blocked(tag: re.Match[str], attributes: dict[str, str]) -> list[str]:
    """Name what of a tag the policy blocks and cannot be moved."""
    name = (tag["name"] or "").lower()
    kind = attributes.get("type", "").lower()
    found = [f"the attribute {key}" for key in attributes if key == "style" or key.startswith("on")]
    if name == "style":
        found.append("an element <style>")
    if tag["script"] is not None and "src" not in attributes and kind in _BOUND:
        found.append(f'an inline <script type="{kind}">')
    return [*found, *_foreign(tag, name, attributes)]


def _foreign(tag: re.Match[str], name: str, attributes: dict[str, str]) -> list[str]:
    """Name a script or a style sheet from elsewhere: one in the head comes before the policy."""
    is_style = name == "link" and "stylesheet" in attributes.get("rel", "").lower().split()
    kind = "script" if tag["script"] is not None else "style sheet" if is_style else ""
    address = attributes.get("href" if is_style else "src", "")
    return [f"the {kind} {address}"] if kind and _ELSEWHERE.match(address) else []


def _attributes(tag: re.Match[str]) -> dict[str, str]:
    written = tag["script"] or tag["attributes"] or ""
    return {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(written)}
