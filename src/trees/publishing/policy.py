"""The content policy: what a page of the site may load, run and send.

Boundary: texts for a host's headers and for a page's head. This is the one place that says the
policy; the server of ``make serve``, the tests and the guide to hosting take it from here.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from markupsafe import Markup

_DIRECTIVES = {
    "default-src": "'self'",
    # Nothing inline, no eval; WebAssembly is what the engine is made of.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    # Style sheets of themes hold their icons as data.
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
#: What browsers heed in a header only.
_HEADER_ONLY = {"frame-ancestors"}
_REFERRER = "no-referrer"


def headers(*inline: bytes) -> Mapping[str, str]:
    """Return what a host should send with every response; ``inline`` scripts may run as well."""
    hashes = "".join(f" 'sha256-{b64encode(sha256(one).digest()).decode()}'" for one in inline)
    directives = {**_DIRECTIVES, "script-src": _DIRECTIVES["script-src"] + hashes}
    return {
        "Content-Security-Policy": _text(directives),
        "Referrer-Policy": _REFERRER,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def meta() -> Markup:
    """Return as much of it as a page can say itself, for hosts that send no headers."""
    said = _text({name: to for name, to in _DIRECTIVES.items() if name not in _HEADER_ONLY})
    return Markup(
        '<meta http-equiv="Content-Security-Policy" content="{}">'
        '<meta name="referrer" content="{}">'
    ).format(said, _REFERRER)


def _text(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {allowed}" for name, allowed in directives.items())
