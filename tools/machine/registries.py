"""Where packages come from: the settings that pip already has, said in uv's words.

uv reads none of pip's files or variables. A machine behind a mirror usually has pip set up, so
uv is told the same. What is set for uv itself always wins.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Dict, Mapping
from urllib.parse import urlsplit
from urllib.request import url2pathname

from machine.steps import HOST_PYTHON, answer

SECTIONS = ("global", "install", ":env:")  # pip's own order: the later one wins
LINE = re.compile(r"(?P<section>[^.]+)\.(?P<key>[^=]+)='(?P<value>.*)'")


def uv_environment(environ: Mapping[str, str] = os.environ) -> Dict[str, str]:
    """Return the environment that uv runs in."""
    settings = parse(answer([HOST_PYTHON, "-m", "pip", "config", "list"]) or "")
    settings.update(_from_variables(environ))
    return {**environ, **translate(settings, environ)}


def parse(listing: str) -> Dict[str, str]:
    """Read `pip config list`: section.key='value', a line each."""
    found = [match.groupdict() for match in map(LINE.fullmatch, listing.splitlines()) if match]
    known = [one for one in found if one["section"] in SECTIONS]
    known.sort(key=lambda one: SECTIONS.index(one["section"]))
    return {one["key"]: one["value"].replace("\\n", " ").strip() for one in known}


def translate(pip: Mapping[str, str], environ: Mapping[str, str]) -> Dict[str, str]:
    """Say pip's settings in uv's variables, leaving out what is already said."""
    extra = " ".join(url for url in pip.get("extra-index-url", "").split() if _is_there(url))
    wanted = {
        "UV_DEFAULT_INDEX": pip.get("index-url", ""),
        "UV_INDEX": extra,
        # pip takes the best version of all its indexes; the hashes keep that safe.
        "UV_INDEX_STRATEGY": "unsafe-best-match" if extra else "",
        "UV_INSECURE_HOST": pip.get("trusted-host", ""),
        "SSL_CERT_FILE": pip.get("cert", ""),
    }
    return {name: value for name, value in wanted.items() if value and not environ.get(name)}


def _from_variables(environ: Mapping[str, str]) -> Dict[str, str]:
    """Read pip's variables, for the case where pip itself is missing."""
    keys = ("index-url", "extra-index-url", "trusted-host", "cert")
    named = {key: environ.get("PIP_" + key.upper().replace("-", "_"), "") for key in keys}
    return {key: value for key, value in named.items() if value}


def _is_there(url: str) -> bool:
    """Whether an index is worth asking: a folder that does not exist is not."""
    parts = urlsplit(url)
    return parts.scheme != "file" or Path(url2pathname(parts.path)).is_dir()
