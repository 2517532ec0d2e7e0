"""What a site publishes in one language: its pages of trees, and the files to save.

Boundary: puts together what others make; the first language is one like the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from trees.authoring.document import Document, Project, Source
from trees.authoring.findings import Finding
from trees.authoring.report_text import render

from .. import downloads, kit
from ..addresses import INDEX, MAP, Addresses
from ..assets import Browser
from ..downloads import Downloads
from ..finder import Finder, built_script
from ..issues import issues_of
from ..knows import KNOWS
from ..languages import words_of_project
from ..localised import Edition, edition
from ..one_file import About, OneFiles
from ..page import Language
from ..site import Site
from ..words import ENGLISH, Words
from .joining import Joining
from .languages import FIRST, Languages
from .reporting import shown_on_pages
from .virtual import VirtualFiles

log = get_plugin_logger("decision-trees")


#: Where this stands, the field is put in which readers look for their place in the guides.
FINDER = "<!-- decision-finder -->"
#: Where this stands, the link is put by which all trees are saved as one file.
SAVE = "<!-- decision-save -->"


@dataclass(frozen=True)
class Published:
    """One language of a build."""

    site: Site
    joining: Joining
    downloads: Downloads
    finder: Finder | None

    def with_finder(self, html: str, root: str) -> str:
        """Return a page with the finder where it wants it; ``root`` leads to the site's."""
        return html.replace(FINDER, self.finder.html(root)) if self.finder else html

    def with_save(self, html: str, root: str) -> str:
        """Return a page with the link to the file of all trees where it wants it."""
        return html.replace(SAVE, self.site.save_all(root)) if SAVE in html else html


@dataclass(frozen=True)
class Publishing:
    """What all languages of a build have in common."""

    languages: Languages
    project: Project
    virtual: VirtualFiles
    browser: Browser
    addresses: Addresses
    #: The options of the plugin.
    options: Any
    about: About

    def all(
        self, documents: Mapping[str, Document], sources: Mapping[str, Source]
    ) -> dict[str, Published]:
        """Return what is published, by language; ``documents`` may be of earlier builds."""
        said = editions(self.languages, self.project, documents, sources)
        return {code: self._one(code, one) for code, one in said.items()}

    def _one(self, code: str, said: Edition) -> Published:
        addresses = addresses_in(code, self.addresses)
        files = self._downloads(code, said)
        broken, elsewhere = shown_on_pages(self.project, self.options.folder)
        site = Site(
            documents=said.documents,
            sources=said.sources,
            addresses=addresses,
            browser=self.browser,
            broken=broken,
            elsewhere=elsewhere,
            words=said.words,
            certificates=self.project.certificates,
            explained=explained(self.virtual.files, self.options.proof_page, code),
            tells_sources=bool(said.sources),
            downloads=files.offered,
            maps=self.options.maps,
            issues=issues_of(self.about.repository),
            originals=said.originals,
            languages=other_languages(self.languages, self.addresses, pages_of(said), code),
        )
        script = built_script()
        finder = Finder(site, addresses, script) if script else None
        return Published(site, Joining(self.virtual, site, addresses), files, finder)

    def _downloads(self, code: str, said: Edition) -> Downloads:
        parts = kit.read(self.browser)
        address = self.about.link
        pages = {name: addresses_in(code, self.addresses).page(name) for name in said.documents}
        saved = (
            OneFiles(
                said.documents,
                said.sources,
                parts,
                about_in(self.languages, code, self.about),
                said.words,
                said.originals,
                online={name: address + page for name, page in pages.items()} if address else {},
            )
            if parts
            else None
        )
        return downloads.downloads(saved, self.options.downloads, "" if code == FIRST else code)


def about_in(languages: Languages, code: str, first: About) -> About:
    """Return what a saved file says of its site in a language; the first one says the rest."""
    options = languages.options.get(code)
    if options is None:
        return first
    name, note = options.site_name or first.name, options.copyright or first.note
    return replace(first, name=name, note=note)


def addresses_in(code: str, first: Addresses) -> Addresses:
    """Return where the pages of a language lie."""
    if code == FIRST:
        return first
    return Addresses(f"{code}/{first.prefix}".rstrip("/"), directories=first.directories)


def editions(
    languages: Languages,
    project: Project,
    documents: Mapping[str, Document],
    sources: Mapping[str, Source],
) -> dict[str, Edition]:
    """Return what is said in each language; whatever has no translation stays English."""
    said = {FIRST: Edition(ENGLISH, documents, sources, {})}
    for code in languages.further:
        translation = project.translations.get(code)
        if translation is None:
            log.warning(
                f"There are no translations into {code!r}, which the option 'languages' names. "
                f"Run 'trees translate {code}'."
            )
        said[code] = edition(documents, sources, translation, _words(project, code))
    return said


def _words(project: Project, code: str) -> Words:
    """Return the words of the pages of a language, and say what is missing."""
    findings: list[Finding] = []
    words = words_of_project(project, code, findings)
    if findings:
        log.warning("%s", render(findings, project.texts))
    if words == {**ENGLISH, "language": code}:
        log.warning(f"The pages have no words in {code!r}. Run 'trees translate {code} words'.")
    return words


def pages_of(said: Edition) -> list[str]:
    """Return the names of the pages that each language can have."""
    names = list(said.documents)
    return [INDEX, KNOWS, *names, *map(MAP.format, names)]


def other_languages(
    languages: Languages, first: Addresses, pages: list[str], code: str
) -> dict[str, tuple[Language, ...]]:
    """Return the other languages of each page, by its name."""
    others = [one for one in (FIRST, *languages.further) if one != code]
    return {
        name: tuple(
            Language(one, languages.name(one), addresses_in(one, first).page(name))
            for one in others
        )
        for name in pages
    }


def explained(files: Files, page: str, code: str) -> str:
    """Return the address of a page in a language, or in the first one; empty without a page."""
    paths = (f"{code}/{page}", page) if page else ()
    found = (files.get_file_from_path(path) for path in paths)
    return next((file.url for file in found if file), "")
