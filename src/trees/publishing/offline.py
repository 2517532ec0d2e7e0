"""The site as an app on the reader's device: service worker, manifest, what pages hold of it.

Boundary: paths and bytes in, texts out; nothing is read or written. What the service worker does
with the list is written in ``browser/offline/``.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from urllib.parse import quote

from markupsafe import Markup

from .assets import Browser, compact
from .templating import render
from .words import Words, offline_words

WORKER = "sw.js"
MANIFEST = "manifest.webmanifest"
INDEX = "index.html"
#: What no page needs, and what hosts read themselves instead of sending it.
LEFT_OUT = (WORKER, "assets/previews/*", "*.map", "*.gz", "CNAME", "_*", ".*", "*/.*")
#: What a browser's encodeURIComponent leaves as it is, besides letters and digits.
PLAIN = "-_.!~*'()"
END_OF_HEAD = "</head>"


class NotAManifest(ValueError):
    """A site's own manifest is no JSON object; the message says where."""


@dataclass(frozen=True, slots=True)
class App:
    """What a manifest says unless the site's own says otherwise."""

    name: str
    summary: str
    icons: tuple[str, ...]


def is_kept(path: str, without: Iterable[str] = ()) -> bool:
    """Say whether a file of the site is kept on devices; ``without`` are patterns of others."""
    return not any(fnmatchcase(path, pattern) for pattern in (*LEFT_OUT, *without))


def worker(files: Iterable[tuple[str, bytes]], service: str) -> str:
    """Return ``sw.js`` for a site of these files; ``service`` is the path of what it calls.

    Its version is the hash of all that it lists, so that it is new exactly when the site is.
    """
    digests, size = {}, 0
    for path, content in sorted(files):
        digests[address(path)] = b64encode(sha256(content).digest()).decode()
        size += len(content)
    version = sha256(compact([service, digests]).encode()).hexdigest()[:16]
    listed = compact({"version": version, "bytes": size, "files": digests})
    return (
        "// Made by the plugin decision-trees: every file of this version of the site.\n"
        f'import {{ serve }} from "./{quote(service)}";\n\nserve({listed});\n'
    )


def address(path: str) -> str:
    """Return a file's address from the site's root, as the browser's side spells it."""
    folder, _, name = path.rpartition("/")
    segments = [*folder.split("/"), "" if name == INDEX else name] if folder else [name]
    if segments == [INDEX]:
        return ""
    return "/".join(quote(segment, safe=PLAIN) for segment in segments)


def manifest(app: App, own: bytes | None = None) -> str:
    """Return the web app manifest: what the site's ``own`` says, and the rest filled in.

    Raises:
        NotAManifest: where the site's own cannot be read.
    """
    filled: dict[str, object] = {
        "name": app.name,
        "short_name": app.name,
        **({"description": app.summary} if app.summary else {}),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "icons": [_icon(path) for path in app.icons],
    }
    return json.dumps({**filled, **_read(own)}, indent=1, ensure_ascii=False) + "\n"


def _read(own: bytes | None) -> Mapping[str, object]:
    try:
        read = json.loads(own) if own is not None else {}
    except ValueError as error:
        raise NotAManifest(str(error)) from error
    if not isinstance(read, dict):
        raise NotAManifest("it must begin with { and end with }")
    return read


def _icon(path: str) -> dict[str, str]:
    """Describe an icon by its name: ``icon-192.png``, ``maskable-512.png``."""
    purpose, _, size = path.rpartition("/")[2].removesuffix(".png").partition("-")
    return {
        "src": path,
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": "maskable" if purpose == "maskable" else "any",
    }


def with_head(html: str, browser: Browser, root: str, words: Words) -> str:
    """Return a page that names the manifest and loads the module; ``root`` leads to the site's."""
    head: Markup = render(
        "offline.html",
        manifest=root + MANIFEST,
        module=root + browser.offline,
        words=compact(offline_words(words)),
    )
    return html.replace(END_OF_HEAD, f"{head}{END_OF_HEAD}", 1)
