"""The sources: sources.yaml → sources by name.

Boundary: what a source must say to be trusted; who cites it is for the rules of texts.
"""

from __future__ import annotations

import re
from datetime import date

from ..document import Source
from ..findings import Finding
from ..rules import bad_source, unknown_source
from ..schema.format import SOURCES
from ..schema.scalars import read_date
from ..schema.shapes import Fields, Place
from ..source import File, Limits, Parse, parse

SURE = ("official", "provider", "reported")
PUBLISHED = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ADDRESS = re.compile(r"https://[^\s<>\"]+\.[^\s<>\"]+")


def read_sources(
    file: File, findings: list[Finding], limits: Limits, parse: Parse = parse
) -> tuple[dict[str, Source], frozenset[str] | None]:
    """Return the sound sources, and the names of all written down (None if unreadable)."""
    root, troubles = parse(file, limits)
    findings.extend(troubles)
    if root is None:
        return {}, frozenset() if not troubles else None
    entries = SOURCES.read(root, Place(findings, None, file.path))
    if entries is None:
        return {}, None
    sources = {
        name: source
        for name, (_, fields) in entries.items()
        if fields and (source := _source(name, fields, frozenset(entries), findings))
    }
    return sources, frozenset(entries)


def _source(
    name: str, fields: Fields, known: frozenset[str], findings: list[Finding]
) -> Source | None:
    checked = _checked(fields, findings)
    sure = fields.text("sure")
    if fields.get("sure") and sure not in SURE:
        findings.append(bad_source.sure(fields.get("sure").node.span, sure, SURE))
        sure = ""
    address = _matching(fields, "address", ADDRESS, findings)
    published = _matching(fields, "published", PUBLISHED, findings)
    needed = (checked, sure, address, fields.text("title"), fields.text("publisher"))
    if not all(needed) or checked is None or (fields.get("published") and not published):
        return None
    return Source(
        id=name,
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        address=address,
        checked=checked,
        sure=sure,  # type: ignore[arg-type]
        section=fields.text("section"),
        published=published,
        disagrees=_disagrees(fields, known, findings),
        place=fields.get("checked").node.span,
    )


def _disagrees(
    fields: Fields, known: frozenset[str], findings: list[Finding]
) -> tuple[tuple[str, str], ...]:
    """Return the sources that say otherwise, and what about; unknown ones are reported."""
    said = fields.get("disagrees") or {}
    findings.extend(
        unknown_source.named(key.span, other, known)
        for other, (key, _) in said.items()
        if other not in known
    )
    return tuple(
        (other, about.value.strip())
        for other, (_, about) in said.items()
        if about and other in known
    )


def _checked(fields: Fields, findings: list[Finding]) -> date | None:
    said = fields.get("checked")
    day = read_date(said.value) if said else None
    if said and day is None:
        findings.append(bad_source.day(said.node.span, said.value, "checked"))
    return day


def _matching(fields: Fields, name: str, pattern: re.Pattern[str], findings: list[Finding]) -> str:
    text = fields.text(name)
    if text and not pattern.fullmatch(text):
        span = fields.get(name).node.span
        make = bad_source.address if name == "address" else bad_source.published
        findings.append(make(span, text))
        return ""
    return text
