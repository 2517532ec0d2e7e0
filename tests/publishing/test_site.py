"""A project becomes the same pages and files every time, and a broken tree harms no other."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.publishing.building import MANIFEST
from tests.publishing.example import project, refund, risk
from tests.publishing.markup import by_class, by_tag

from trees.engine.wire import from_json
from trees.publishing.addresses import Addresses
from trees.publishing.assets import Browser, Bundle, browser, compact, compiled
from trees.publishing.broken import Broken, broken_files
from trees.publishing.connected import groups, widest_first
from trees.publishing.site import Site
from trees.publishing.words import element_words

FILES = Browser(
    element="assets/e/element/index.js",
    worker="assets/e/worker.js",
    bundle=Bundle(
        "2025_0", "f00", "assets/r/py/", "assets/r/wasm", "assets/r/lib", "assets/r/engine"
    ),
    modules=("assets/e/element/index.js", "assets/e/worker.js"),
)


def site(**changes: object) -> Site:
    made = project()
    return replace(Site(made.documents, made.sources, Addresses(), FILES), **changes)


def test_two_sites_of_one_project__are_byte_identical() -> None:
    one, other = site(), site()
    assert [one.tree(name) for name in one.names] == [other.tree(name) for name in other.names]
    assert one.index() == other.index()
    assert one.files == other.files


def test_compiled_tree__its_name_carries_the_hash_of_what_it_holds() -> None:
    tree = refund().tree
    asset = compiled(tree)
    assert from_json(json.loads(asset.content)) == tree
    assert asset.content == compact(json.loads(asset.content)).encode()
    assert asset.path == compiled(refund().tree).path
    assert asset.path != compiled(replace(tree, title="Other")).path


def test_compiled_tree__keeps_the_order_of_options_and_questions() -> None:
    tree = refund().tree
    again = from_json(json.loads(compiled(tree).content))
    assert list(again.questions) == list(tree.questions)
    for name, question in tree.questions.items():
        options = question.settings.get("options", {})
        assert list(again.questions[name].settings.get("options", {})) == list(options)


def test_config__names_every_file_relative_to_the_page() -> None:
    config = site().config("refund")
    data = compiled(risk().tree).path
    assert config["runtime"] == {
        "abi": "2025_0",
        "hash": "f00",
        "scripts": "../../assets/r/py/",
        "wasm": "../../assets/r/wasm",
        "library": "../../assets/r/lib",
        "engine": "../../assets/r/engine",
    }
    assert config["worker"] == "../../assets/e/worker.js"
    assert config["trees"]["risk"] == {
        "data": f"../../{data}",
        "page": "../risk/",
        "title": "Is my account at risk?",
    }
    assert config["words"] == element_words()


def test_connected_trees__are_found_in_both_directions() -> None:
    lonely = replace(risk().tree, id="lonely")
    trees = {"refund": refund().tree, "risk": risk().tree, "lonely": lonely}
    assert groups(trees) == {
        "refund": ("refund", "risk"),
        "risk": ("refund", "risk"),
        "lonely": ("lonely",),
    }


def test_index__begins_with_the_trees_that_lead_to_the_most_others() -> None:
    trees = {"a-risk": replace(risk().tree, id="a-risk"), "risk": risk().tree}
    assert widest_first({**trees, "refund": refund().tree}) == ["refund", "a-risk", "risk"]


def test_index__lists_listed_trees_only() -> None:
    hidden = project(refund=replace(refund(), listed=False), risk=risk())
    html = site(documents=hidden.documents).index().html
    cards = [one.attributes["href"] for one in by_tag(html, "a")]
    assert cards == ["risk/"]


def test_broken_tree__shows_findings_above_its_last_good_version() -> None:
    broken = {"refund": Broken("decision_trees/refund.yaml", "3:1 <wrong>")}
    html = site(broken=broken).tree("refund").html
    assert "3:1 <wrong>" in by_class(html, "dt-findings")[0].text
    assert by_class(html, "dt-start")
    assert html.index("dt-findings") < html.index("dt-start")


def test_broken_tree__never_good__has_a_page_and_links_still_lead_to_it() -> None:
    documents = {"refund": refund()}
    broken = {"risk": Broken("decision_trees/risk.yaml", "1:1 wrong")}
    made = site(documents=documents, broken=broken)
    assert made.names == ["refund", "risk"]
    assert "1:1 wrong" in made.tree("risk").html
    assert 'href="../risk/"' in made.tree("refund").html
    assert list(made.config("refund")["trees"]) == ["refund"]


def test_broken_files__of_trees_and_others__are_told_apart() -> None:
    shown = {
        "decision_trees/refund.yaml": "a",
        "decision_trees/sources.yaml": "b",
        "decision_trees/deep/x.yaml": "c",
    }
    trees, elsewhere = broken_files(shown, "decision_trees")
    assert trees == {"refund": Broken("decision_trees/refund.yaml", "a")}
    assert elsewhere == "b\n\nc"
    assert "b" in site(elsewhere=elsewhere).index().html


def test_browser_files__lie_below_a_folder_that_carries_their_hash(tmp_path) -> None:
    for path in (
        "worker.js",
        "element/index.js",
        "style/b.css",
        "style/a.css",
        "_bundle/manifest.json",
    ):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path)
    (tmp_path / "_bundle/manifest.json").write_text(MANIFEST)
    first = browser(tmp_path)
    assert first == browser(tmp_path)
    assert {path.split("/", 2)[2] for path in (first.worker, first.element, *first.styles)} == {
        "worker.js",
        "element/index.js",
        "decision-tree.css",
    }
    sheets = [asset.content for asset in first.assets if asset.path in first.styles]
    assert sheets == [b"style/a.css\nstyle/b.css"]
    manifest = next(asset.path for asset in first.assets if asset.content == MANIFEST.encode())
    assert {first.worker, first.element, manifest, *first.styles} == {
        asset.path for asset in first.assets
    }
    assert first.bundle == Bundle(
        abi="2025_0",
        hash="f00",
        scripts=manifest.replace("manifest.json", "py/"),
        wasm=manifest.replace("manifest.json", "py/wasm"),
        library=manifest.replace("manifest.json", "py/lib"),
        engine=manifest.replace("manifest.json", "engine"),
    )
    (tmp_path / "element/index.js").write_text("changed")
    second = browser(tmp_path)
    assert second.worker != first.worker
    assert second.styles == first.styles
    assert second.bundle == first.bundle


def test_style_sheets_that_were_put_together__stand_in_for_what_they_are_made_of(tmp_path) -> None:
    for path in ("style/a.css", "_parts/decision-tree.css"):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(path)
    assert [asset.content for asset in browser(tmp_path).assets] == [b"_parts/decision-tree.css"]


def test_tree_pages__fetch_all_modules_at_once__and_other_pages_none() -> None:
    preloads = [
        one.attributes["href"]
        for one in by_tag(site().tree("refund").html, "link")
        if one.attributes["rel"] == "modulepreload"
    ]
    assert preloads == ["../../assets/e/element/index.js", "../../assets/e/worker.js"]
    assert by_tag(site().index().html, "link") == []


def test_modules__are_those_of_the_page_and_the_worker__none_of_the_runtime() -> None:
    made = browser()
    assert {made.element, made.worker} < set(made.modules)
    assert all(path.startswith("assets/element-") for path in made.modules)


def test_what_only_outcomes_need__is_there_and_not_fetched_beforehand() -> None:
    made = browser()
    there = {asset.path for asset in made.assets if "/packet/" in asset.path}
    assert there
    assert not there & set(made.modules)


def test_browser_files__missing__are_said_to_be_missing(tmp_path) -> None:
    assert browser(tmp_path) == Browser()
