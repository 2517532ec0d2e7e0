"""Our own site, as it is published: no warning, nothing from elsewhere, no dead link."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from tests.publishing.building import FOREIGN
from tests.publishing.markup import elements

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"""<a\s[^>]*href=["']([^"'#]+)""")
STYLE_URL = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"'](?:https?:)?//")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return folder


def test_pages_and_styles__ask_no_other_origin(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if FOREIGN.search(path.read_text("utf-8"))]
    styles = [path for path in site.rglob("*.css") if STYLE_URL.search(path.read_text("utf-8"))]
    assert (pages, styles) == ([], [])


def test_repository_link__does_not_ask_the_code_host_for_figures(site: Path) -> None:
    assert 'data-md-component="source"' not in (site / "index.html").read_text("utf-8")


def test_links_within_the_site__lead_to_files(site: Path) -> None:
    broken = {
        (page.relative_to(site).as_posix(), link)
        for page in site.rglob("index.html")
        for link in LINK.findall(page.read_text("utf-8"))
        if not urlsplit(link).scheme and not _exists(site, page, link)
    }
    assert broken == set()


def _exists(site: Path, page: Path, link: str) -> bool:
    here = f"https://site.example/{page.relative_to(site).as_posix()}"
    path = urlsplit(urljoin(here, link)).path.lstrip("/")
    return (site / path).is_file() or (site / path / "index.html").is_file()


def test_every_outcome__is_reached_by_links_alone(site: Path) -> None:
    pages = [path.parent for path in site.glob("trees/*/index.html")]
    assert pages
    for page in pages:
        ways = _ways(page)
        (start,) = [name for name, (kind, _) in ways.items() if "dt-start" in kind]
        reached, ahead = {start}, [start]
        while ahead:
            fresh = {to[1:] for to in ways[ahead.pop()][1] if to.startswith("#")} - reached
            reached |= fresh
            ahead.extend(fresh)
        assert reached == ways.keys(), page.name


def _ways(page: Path) -> dict[str, tuple[list[str], set[str]]]:
    """Return for each node of a tree's page its classes and where its options lead."""
    html = (page / "index.html").read_text("utf-8")
    start, end = html.index("<decision-tree"), html.index("</decision-tree>")
    found = elements(f"{html[start:end]}</decision-tree>")
    nodes = {one.attributes["data-node"]: one for one in found if "dt-node" in one.classes}
    links = [one for one in found if "dt-option" in one.classes]
    return {
        name: (node.classes, {one.attributes["href"] for one in links if node in one.ancestors})
        for name, node in nodes.items()
    }
