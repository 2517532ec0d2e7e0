"""A site in several languages: whose page is whose, and what a theme needs to know for each.

Boundary: MkDocs' files, settings and templates. What the pages of trees say in a language is made
by ``localised`` and ``site``. One build makes all languages, so that they share every other file.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateNotFound
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils import get_relative_url, nest_paths

from ..words import ENGLISH

#: The language that trees are written in; its pages lie at the root of the site.
FIRST = ENGLISH["language"]
ALTERNATE = re.compile(r'\s*<link rel="alternate"[^>]*\bhreflang=[^>]*>')
HTML = re.compile(r'<html\b([^>]*?)\blang="[^"]*"')


class LanguageOptions(Config):
    """What may stand below a language in mkdocs.yml."""

    #: What the language calls itself.
    name = config_options.Type(str)
    site_name = config_options.Optional(config_options.Type(str))
    site_description = config_options.Optional(config_options.Type(str))
    copyright = config_options.Optional(config_options.Type(str))
    #: Titles of the navigation and of the theme's buttons, by their English ones; a site's own
    #: templates find them, and whatever else they want to say, as ``config.extra.texts``.
    texts = config_options.DictOfItems(config_options.Type(str), default={})


class Over:
    """Settings as templates see them, some of them with other values."""

    def __init__(self, base: Any, **values: Any) -> None:
        self._base = base
        self._values = values

    def __getattr__(self, name: str) -> Any:
        return self[name] if name in self._values else getattr(self._base, name)

    def __getitem__(self, name: str) -> Any:
        return self._values[name] if name in self._values else self._base[name]


@dataclass
class Languages:
    """The languages of one build, and the pages that each has."""

    options: Mapping[str, LanguageOptions]
    files: Files | None = None
    navs: dict[str, Navigation] = field(default_factory=dict)

    @property
    def further(self) -> list[str]:
        """The languages beside the first one."""
        return [code for code in self.options if code != FIRST]

    def of(self, uri: str) -> str:
        """Return the language of a page by its path among the hand-written ones."""
        folder = uri.partition("/")[0]
        return folder if folder in self.further else FIRST

    def name(self, code: str) -> str:
        """Return what a language calls itself."""
        return self.options[code].name if code in self.options else "English"

    def begin(self, files: Files) -> None:
        """Keep the pages of further languages out of the navigation of the first one."""
        self.files = files
        for code in self.further:
            for file in _pages(files, code):
                file.inclusion = InclusionLevel.NOT_IN_NAV

    def navigate(self, config: MkDocsConfig) -> None:
        """Make the navigation of each further language, after that of the first one."""
        assert self.files is not None
        for code in self.further:
            pages = Files(list(_pages(self.files, code)))
            for file in pages:
                file.page = None
            own = copy.copy(config)
            own["nav"] = self._nav(config.nav, code, pages)
            self.navs[code] = get_navigation(pages, own)

    def _nav(self, nav: Any, code: str, pages: Files) -> list[Any]:
        if nav is None:
            nested = nest_paths(file.src_uri for file in pages)
            return [inner for item in nested for inner in next(iter(item.values()))]
        return list(filter(None, (self._item(item, code, pages) for item in nav)))

    def _item(self, item: Any, code: str, pages: Files) -> Any:
        """Return an entry of the navigation in a language; nothing where it has no such page."""
        if isinstance(item, dict):
            title, below = next(iter(item.items()))
            said = self.options[code].texts.get(title, title)
            if isinstance(below, list):
                inner = self._nav(below, code, pages)
                return {said: inner} if inner else None
            found = self._item(below, code, pages)
            return {said: found} if found else None
        there = f"{code}/{item}"
        return there if pages.get_file_from_path(there) else None

    def alternates(self, uri: str) -> dict[str, File]:
        """Return a page in every language that has it, by language."""
        assert self.files is not None
        own = self.of(uri)
        bare = uri if own == FIRST else uri.partition("/")[2]
        paths = {FIRST: bare, **{code: f"{code}/{bare}" for code in self.further}}
        found = {code: self.files.get_file_from_path(path) for code, path in paths.items()}
        return {code: file for code, file in found.items() if file}

    def context(self, context: Any, uri: str, url: str, config: MkDocsConfig) -> None:
        """Give a page's template the settings of its language."""
        code = self.of(uri)
        others = self.alternates(uri)
        alternate = [
            {"name": self.name(one), "link": file.url or "./", "lang": one}
            for one, file in others.items()
        ]
        extra = {**config.extra, **({"alternate": alternate} if len(alternate) > 1 else {})}
        if code == FIRST:
            context["config"] = Over(config, extra=extra)
            return
        root = context.get("base_url", get_relative_url(".", url))
        extra |= {
            "homepage": f"{code}/",
            "scope": extra.get("scope", root),
            "texts": self.options[code].texts,
        }
        context["config"] = self._settings(config, code, extra)
        context["base_url"] = get_relative_url(f"{code}/", url).rstrip("/") or "."
        context["nav"] = self.navs[code]

    def _settings(self, config: MkDocsConfig, code: str, extra: Mapping[str, Any]) -> Over:
        options = self.options[code]
        said = {key: options[key] for key in ("site_name", "site_description", "copyright")}
        theme = Over(config.theme, language=_known_to(config, code), **self._palette(config, code))
        given = {key: text for key, text in said.items() if text}
        return Over(config, theme=theme, extra=extra, **given)

    def _palette(self, config: MkDocsConfig, code: str) -> dict[str, Any]:
        """Return the theme's palettes with the names of their buttons in a language."""
        texts = self.options[code].texts
        palette = config.theme.get("palette")
        if not isinstance(palette, list):
            return {}
        return {"palette": [_renamed(one, texts) for one in palette]}

    def page(self, html: str, uri: str, url: str, site_url: str) -> str:
        """Return a page that says its language, and names itself in all others.

        Theirs are not the theme's links: its script takes them for the roots of whole sites, and
        asks each for a list of pages. It does not see them with a blank in front.
        """
        code, others = self.of(uri), self.alternates(uri)
        link = '<link rel=" alternate" hreflang="{}" href="{}">'
        links = "".join(
            link.format(one, escape(_address(site_url, url, file)))
            for one, file in (others.items() if len(others) > 1 else ())
        )
        html = ALTERNATE.sub("", html).replace("</head>", f"{links}</head>", 1)
        return html if code == FIRST else HTML.sub(rf'<html\1lang="{code}"', html, count=1)

    def search_words(self, config: MkDocsConfig, code: str) -> dict[str, str]:
        """Return what the theme says of searching in a language; nothing where it says nothing."""
        own = Over(config, theme=Over(config.theme, language=_known_to(config, code)))
        try:
            template = config.theme.get_env().get_template("partials/language.html")
            say = template.make_module({"config": own}).t  # type: ignore[attr-defined]
        except TemplateNotFound:
            return {}
        keys = ("lang", "separator", "pipeline")
        return {key: str(say(f"search.config.{key}")).strip() for key in keys}


def _address(site_url: str, url: str, file: File) -> str:
    """Return the address of a page: whole where the site knows its own, else from another page."""
    if not site_url:
        return get_relative_url(file.url, url)
    return f"{site_url.rstrip('/')}/{file.url.removeprefix('./')}"


def _pages(files: Files, code: str) -> Iterator[File]:
    return (file for file in files.documentation_pages() if file.src_uri.startswith(f"{code}/"))


def _known_to(config: MkDocsConfig, code: str) -> str:
    """Return the name by which a theme has words in a language: ``pt-BR``, or ``pt``."""
    env = config.theme.get_env()
    for name in (code, code.partition("-")[0]):
        try:
            env.get_template(f"partials/languages/{name}.html")
        except TemplateNotFound:
            continue
        return name
    return str(config.theme.get("language", FIRST))


def _renamed(palette: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    toggle = palette.get("toggle") or {}
    if "name" not in toggle:
        return dict(palette)
    return {**palette, "toggle": {**toggle, "name": texts.get(toggle["name"], toggle["name"])}}
