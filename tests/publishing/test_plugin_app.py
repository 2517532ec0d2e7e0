"""Built sites as apps: what MkDocs leaves on the disk is what devices are told to keep."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from tests.publishing.building import (
    REFUND,
    build,
    warnings,
    without_runtime,
    write_config,
    write_project,
)

from trees.publishing import plugin
from trees.publishing.assets import BROWSER
from trees.publishing.offline import address

#: Left out by `make test-fast`: whole builds.
pytestmark = pytest.mark.slow

LEAVE = (BROWSER / "offline" / "leave.js").read_bytes()
NOT_KEPT = {".map", ".gz"}


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    collected = without_runtime()
    monkeypatch.setattr(plugin.assets, "browser", lambda: collected)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    config = write_project(tmp_path)
    options(config)
    return config


def options(project: Path, **settings: object) -> None:
    """Set the plugin's options, and spare the files to save, which take long."""
    set_too = {"downloads": "none", **settings}
    write_config(project.parent, plugins=["search", {"decision-trees": set_too}])


def listed(site: Path) -> dict[str, Any]:
    found = re.search(r"serve\((.*)\);", (site / "sw.js").read_text())
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


def digests(site: Path) -> dict[str, str]:
    return {
        address(path.relative_to(site).as_posix()): b64encode(
            sha256(path.read_bytes()).digest()
        ).decode()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in NOT_KEPT and path.name != "sw.js"
    }


def test_build__lists_every_file_as_it_lies_there__those_of_other_plugins_too(
    project: Path,
) -> None:
    site = build(project, strict=True)
    files = listed(site)["files"]
    assert files == digests(site)
    assert {"", "404.html", "trees/refund/", "search/search_index.json"} <= set(files)
    assert "manifest.webmanifest" in files


def test_build__calls_a_service_worker_that_is_there(project: Path) -> None:
    site = build(project)
    found = re.search(r'from "\./(.+?)"', (site / "sw.js").read_text())
    assert found
    service = BROWSER / "_parts" / "pages" / "offline" / "service.js"
    assert (site / found[1]).read_bytes() == service.read_bytes()


@pytest.mark.parametrize("directories", [True, False])
def test_pages__lead_to_the_manifest_and_the_module(project: Path, directories: bool) -> None:
    plugins = ["search", {"decision-trees": {"downloads": "none"}}]
    write_config(project.parent, use_directory_urls=directories, plugins=plugins)
    site = build(project)
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    assert len(pages) >= 4
    for page in pages:
        html = page.read_text()
        (manifest,) = re.findall(r'<link rel="manifest" href="(.+?)">', html)
        (module,) = re.findall(r'<script type="module" src="(.+?)" data-dt-line', html)
        assert (page.parent / manifest).resolve() == (site / "manifest.webmanifest").resolve()
        assert (page.parent / module).is_file()


def test_manifest__its_icons_are_there_and_as_large_as_it_says(project: Path) -> None:
    site = build(project)
    icons = json.loads((site / "manifest.webmanifest").read_text())["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        header = (site / icon["src"]).read_bytes()[:24]
        width, height = (int.from_bytes(header[at : at + 4], "big") for at in (16, 20))
        assert f"{width}x{height}" == icon["sizes"]


def test_manifest__of_the_site_itself__is_filled_in(project: Path) -> None:
    (project.parent / "docs" / "manifest.webmanifest").write_text('{"short_name": "Ex"}')
    made = json.loads((build(project, strict=True) / "manifest.webmanifest").read_text())
    assert (made["name"], made["short_name"]) == ("Example", "Ex")


def test_manifest__of_the_site_itself__that_is_none__stops_the_build_plainly(
    project: Path,
) -> None:
    (project.parent / "docs" / "manifest.webmanifest").write_text("{")
    with warnings() as found, pytest.raises(Abort):
        build(project)
    assert any("manifest.webmanifest in your docs folder" in one for one in found)


def test_a_changed_tree__makes_another_version(project: Path) -> None:
    first = listed(build(project))["version"]
    changed = REFUND.replace("Nothing was taken.", "Nothing at all was taken.")
    write_project(project.parent, refund=changed)
    options(project)
    assert listed(build(project))["version"] != first


def test_offline_without__leaves_files_to_the_network(project: Path) -> None:
    options(project, offline_without=["assets/javascripts/lunr/*"])
    site = build(project)
    kept = set(digests(site)) - set(listed(site)["files"])
    assert kept
    assert all(path.startswith("assets/javascripts/lunr/") for path in kept)


def test_files_to_save__are_left_to_the_network(project: Path) -> None:
    options(project, downloads="all")
    site = build(project)
    assert set(digests(site)) - set(listed(site)["files"]) == {"downloads/all-guides.html"}


def test_offline_off__writes_the_service_worker_that_removes_itself(project: Path) -> None:
    options(project, offline=False)
    site = build(project, strict=True)
    assert (site / "sw.js").read_bytes() == LEAVE
    assert not (site / "manifest.webmanifest").exists()
    assert "page.js" not in (site / "index.html").read_text()


def test_serving__keeps_nothing__and_removes_what_a_built_site_has_kept(project: Path) -> None:
    site = build(project, command="serve")
    assert (site / "sw.js").read_bytes() == LEAVE
    assert "offline/page.js" not in (site / "index.html").read_text()


@pytest.mark.parametrize("offline", [True, False])
def test_a_service_worker_of_the_sites_own__is_kept(project: Path, offline: bool) -> None:
    (project.parent / "docs" / "sw.js").write_text("// mine")
    options(project, offline=offline)
    with warnings() as found:
        site = build(project)
    assert (site / "sw.js").read_text() == "// mine"
    assert any("sw.js in your docs folder" in one for one in found) is offline
    assert "offline/page.js" not in (site / "index.html").read_text()


def test_the_one_that_removes_itself__stands_alone() -> None:
    assert b"import" not in LEAVE
