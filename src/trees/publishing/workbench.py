"""The playground's one door: texts of trees in; findings, pages and views out, as JSON.

Boundary: the very check, proof and rendering that a build runs, for one text that changes all the
time among others that do not. It runs in the browser, as ``trees.engine.service`` does, and mirrors
src/trees/browser/playground/protocol.js. It knows no site: addresses come out as from a tree's
page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.project import load_texts
from trees.authoring.proof.certificate import Certificate
from trees.authoring.source import parse
from trees.engine.service import Service

from .addresses import Addresses
from .assets import Browser
from .site import Site

#: How many files are remembered as they were read; only the one that changes is read again.
REMEMBERED = 256


class Workbench:
    """Answers requests about one text, and about the last tree in it that could be walked."""

    def __init__(self, texts: str, directories: bool = True) -> None:
        """Take the texts of all files as JSON, by path."""
        self._texts: dict[str, str] = json.loads(texts)
        self._addresses = Addresses(directories=directories)
        self._parse = lru_cache(REMEMBERED)(parse)
        self._service = Service()
        self._walked = Project({}, {}, ())

    def handle(self, request: str) -> str:
        """Answer one request: ``{"checked": …}``, ``{"page": …}``, ``{"view": …}``.

        What cannot be answered is ``{"error": code}``.
        """
        asked: Mapping[str, Any] = json.loads(request)
        match asked["do"]:
            case "check":
                return json.dumps({"checked": self._check(asked["path"], asked["text"])})
            case "page" if asked["tree"] in self._walked.walkable:
                return json.dumps({"page": self._page(asked["tree"])})
            case "walk":
                return self._service.handle(json.dumps(asked["request"]))
        return json.dumps({"error": "bad-request"})

    def _check(self, path: str, text: str) -> dict[str, Any]:
        """Check one text among the others; if its tree can be walked, it is from now on."""
        project = load_texts({**self._texts, path: text}, parse=self._parse)
        tree = PurePosixPath(path).stem
        walks = tree in project.walkable
        if walks:
            self._walked = project
            self._service.trees = {name: one.tree for name, one in project.walkable.items()}
        certificate = project.certificates.get(tree)
        return {
            "findings": [_told(finding) for finding in project.findings],
            "tree": tree if walks else None,
            "certificate": certificate and _figures(certificate),
        }

    def _page(self, tree: str) -> str:
        """Return a tree's page as HTML, with everything that stands around the tree itself."""
        known = self._walked
        return str(Site(known.walkable, known.sources, self._addresses, Browser()).tree(tree).html)


def _told(one: Finding) -> dict[str, Any]:
    return {
        "span": asdict(one.span),
        "code": one.code,
        "message": one.message,
        "hint": one.hint,
        "severity": one.severity,
        "mend": one.mend and asdict(one.mend),
    }


def _figures(one: Certificate) -> dict[str, Any]:
    """Return what the page shows of a certificate; the number of ways may be too large for JSON."""
    return {"ways": f"{one.ways:,}", "least": one.least, "most": one.most}
