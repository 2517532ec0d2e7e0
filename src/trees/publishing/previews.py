"""What search engines and messengers read of a page: its head, for both.

Boundary: words and absolute addresses in, HTML out. Only what is true of every page is said in
schema.org's words: that it is a page, of which site, and where in it. JSON stands in a data block,
which browsers do not run and which a strict policy does not look at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from markupsafe import Markup

from .assets import compact
from .templating import render

#: How long a description is, in characters.
LEAST, MOST = 50, 160
PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
CONTEXT = "https://schema.org"
#: The variety of a language that Open Graph wants to hear, where it must name a country.
LOCALES = {"en": "en_GB", "es": "es_ES"}
#: What could end a script, as JSON may write it.
ESCAPES: Mapping[int, str] = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


@dataclass(frozen=True, slots=True)
class SiteName:
    """The site that pages belong to; its address ends in a slash."""

    name: str
    summary: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A page. ``trail``: titles and addresses of the pages above it, the first page first.

    ``picture`` is the address of a PNG of 1200 by 630 pixels, or empty.
    """

    title: str
    summary: str
    address: str
    picture: str = ""
    trail: tuple[tuple[str, str], ...] = ()


def opening(html: str) -> str:
    """Return what a page says first, for one that has no description: paragraphs, as text.

    What is shown of a page elsewhere has 50 to 160 characters; a longer text ends between words.
    """
    said = ""
    for paragraph in PARAGRAPH.findall(html):
        said = f"{said} {Markup(paragraph).striptags()}".strip()  # noqa: S704  (tags are removed)
        if len(said) >= LEAST:
            break
    return shorten(said, MOST, placeholder=" …")


def head(preview: Preview, site: SiteName) -> Markup:
    """Return what stands in the head of a page."""
    locale = LOCALES.get(site.language, site.language.replace("-", "_"))
    written = compact(described(preview, site)).translate(ESCAPES)
    data = Markup(written)  # noqa: S704  (nothing of it can end the script)
    return render("previews.html", preview=preview, site=site, locale=locale, data=data)


def described(preview: Preview, site: SiteName) -> dict[str, Any]:
    """Return a page in schema.org's words."""
    website = f"{site.address}#website"
    page = {
        "@type": "WebPage",
        "@id": preview.address,
        "url": preview.address,
        "name": preview.title,
        "description": preview.summary,
        "inLanguage": site.language,
        "isPartOf": {"@id": website},
    }
    if preview.picture:
        page["primaryImageOfPage"] = {"@type": "ImageObject", "url": preview.picture}
    whole = {
        "@type": "WebSite",
        "@id": website,
        "url": site.address,
        "name": site.name,
        "description": site.summary,
        "inLanguage": site.language,
    }
    if not preview.trail:
        return {"@context": CONTEXT, "@graph": [page, whole]}
    page["breadcrumb"] = {"@id": f"{preview.address}#breadcrumb"}
    return {"@context": CONTEXT, "@graph": [page, _breadcrumb(preview), whole]}


def _breadcrumb(preview: Preview) -> dict[str, Any]:
    steps = [*preview.trail, (preview.title, preview.address)]
    return {
        "@type": "BreadcrumbList",
        "@id": f"{preview.address}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": address}
            for at, (name, address) in enumerate(steps, 1)
        ],
    }
