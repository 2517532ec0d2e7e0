"""With ``content_policy``, whole sites are strict: in their pages, and in the preview."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.publishing.building import build, write_config, write_project
from tests.publishing.markup import Element, elements
from tests.publishing.test_plugin import warnings

from trees.publishing import policy
from trees.publishing.plugin.strict import StrictPages

pytestmark = pytest.mark.slow

ADDRESS = "https://example.org/guide/"
STRICT = {"plugins": ["search", {"decision-trees": {"content_policy": True}}]}


@pytest.fixture
def strict_site(tmp_path: Path) -> Path:
    write_project(tmp_path)
    return build(write_config(tmp_path, site_url=ADDRESS, **STRICT))


def executed(page: str) -> list[Element]:
    """Return the scripts of a page that browsers run."""
    found = re.findall(r"<script\b[^>]*>.*?</script>", page, re.DOTALL)
    scripts = [one for part in found for one in elements(part)]
    return [one for one in scripts if one.attributes.get("type") != "application/json"]


def test_every_page__says_the_policy_in_its_head__and_runs_files_that_are_there(
    strict_site: Path,
) -> None:
    # A file that readers save says its own policy, a stricter one.
    saved = strict_site / "downloads"
    pages = [page for page in strict_site.rglob("*.html") if saved not in page.parents]
    assert {"404.html", "index.html"} <= {page.name for page in pages}
    for page in pages:
        text = page.read_text("utf-8")
        assert f"{policy.meta()}</head>" in text
        here = urljoin(ADDRESS, page.relative_to(strict_site).as_posix())
        for script in executed(text):
            address = urljoin(here, script.attributes["src"])
            assert address.startswith(ADDRESS)
            assert (strict_site / address.removeprefix(ADDRESS)).is_file()


def test_a_head_whose_scripts_speak_of_heads__says_the_policy_at_its_end() -> None:
    text = (
        '<script type="application/json">"</head>"</script><!-- </head> --><title></head></title>'
    )
    page = StrictPages(says_policy=True).make(f"<head>{text}</HEAD ><body>", "", "page.md")
    assert page == f"<head>{text}{policy.meta()}</HEAD ><body>"


def test_a_page_without_an_end_of_its_head__is_named() -> None:
    with warnings() as found:
        page = StrictPages(says_policy=True).make("<title>x</title><p>x", "", "page.md")
    assert page == "<title>x</title><p>x"
    assert "page.md: has no </head>" in found[0]


def test_without_the_setting__pages_are_as_the_theme_makes_them(tmp_path: Path) -> None:
    page = (build(write_project(tmp_path)) / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" not in page
    assert any("src" not in script.attributes for script in executed(page))


def test_a_page_with_its_own_style__is_named__and_stops_a_strict_build(tmp_path: Path) -> None:
    write_project(tmp_path)
    (tmp_path / "docs" / "own.md").write_text('# Own\n\n<p style="color: red">x</p>\n')
    with warnings() as found:
        build(write_config(tmp_path, **STRICT))
    said = [one for one in found if "own.md" in one and "the attribute style" in one]
    assert len(said) == 1
    assert "content_policy" in said[0]
