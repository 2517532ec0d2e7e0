"""Translations change what readers read, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from trees.authoring.files import read_folder
from trees.authoring.project import load, load_texts
from trees.authoring.source import Limits
from trees.authoring.translation.texts import SYMBOL, UNITS
from trees.engine.questions import options_of

from .pseudo import LANGUAGE, MARK, begun, filled, translated

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests" / "corpus"
PARCEL = {
    "sources.yaml": (CORPUS / "beside" / "sources.yaml").read_text("utf-8"),
    "parcel.yaml": (CORPUS / "overlays" / "parcel.yaml").read_text("utf-8"),
}


@pytest.fixture(scope="module")
def guides():
    """Our own trees, with every text in another language."""
    texts, _ = read_folder(ROOT / "decision_trees", ROOT, Limits())
    return load_texts(texts, overlays=translated(texts))


def parcel(overlay, texts=PARCEL):
    return load_texts(texts, overlays={f"{LANGUAGE}/parcel.yaml": overlay})


def codes(project, path=f"{LANGUAGE}/parcel.yaml"):
    return [finding.code for finding in project.findings if finding.span.path == path]


def without_texts(tree):
    """Return a tree with every text that readers read taken out of it."""
    questions = {
        name: replace(
            one,
            ask="",
            uses=tuple(sorted(one.uses)),
            settings={
                key: tuple(options_of(one)) if key == "options" else setting
                for key, setting in one.settings.items()
                if key not in ("unit", "none", "if_empty")
            },
        )
        for name, one in tree.questions.items()
    }
    outcomes = {
        name: replace(one, title="", uses=tuple(sorted(one.uses)))
        for name, one in tree.outcomes.items()
    }
    values = {name: replace(one, unit="") for name, one in tree.values.items()}
    return replace(tree, title="", questions=questions, outcomes=outcomes, values=values)


def test_a_complete_translation__checked__has_no_findings(guides):
    assert [one for one in guides.findings if one.span.path not in guides.texts] == []
    assert [one for one in guides.findings if f"/{LANGUAGE}/" in one.span.path] == []


def test_every_tree__translated__is_the_same_tree_with_other_texts(guides):
    others = guides.translations[LANGUAGE].documents
    assert others.keys() == guides.documents.keys()
    for name, document in guides.documents.items():
        assert without_texts(others[name].tree) == without_texts(document.tree)
        assert others[name].scenarios == document.scenarios


def test_every_tree__translated_completely__has_every_text_in_that_language(guides):
    for document in guides.translations[LANGUAGE].documents.values():
        assert document.foreign == frozenset()
        asks = [question.ask for question in document.tree.questions.values()]
        titles = [outcome.title for outcome in document.tree.outcomes.values()]
        steps = [step for outcome in document.outcomes.values() for step in outcome.steps]
        read = [document.tree.title, document.summary, *asks, *titles, *steps]
        assert [text for text in read if not text.startswith((MARK, f"[{MARK}"))] == []


def test_sources__translated__keep_their_titles(guides):
    sources = guides.translations[LANGUAGE].sources
    sections = {name: one.section for name, one in sources.items() if one.section}
    assert sections
    assert all(section.startswith(MARK) for section in sections.values())
    assert {name: one.title for name, one in sources.items()} == {
        name: one.title for name, one in guides.sources.items()
    }


def test_a_card_with_a_stale_text__shown__is_in_one_language():
    overlay = translated(PARCEL)[f"{LANGUAGE}/parcel.yaml"]
    changed = {**PARCEL, "parcel.yaml": PARCEL["parcel.yaml"].replace("It is late.", "Too late.")}
    project = parcel(overlay, changed)
    document = project.translations[LANGUAGE].documents["parcel"]
    assert codes(project) == ["stale-translation"]
    assert document.foreign == {"outcomes.late"}
    assert document.outcomes["late"].title == "You can ask since {due}"
    assert document.outcomes["found"].title == f"{MARK}Nothing to do"


def test_lines_broken_elsewhere__compared__are_the_same_text():
    overlay = translated(PARCEL)[f"{LANGUAGE}/parcel.yaml"]
    broken = PARCEL["parcel.yaml"].replace(
        "ask: Is the parcel lost?", "ask: >-\n      Is the\n      parcel lost?"
    )
    assert codes(parcel(overlay, {**PARCEL, "parcel.yaml": broken})) == []


def test_a_tree_without_an_overlay__checked__is_missing_only_if_it_is_listed():
    overlays = {f"{LANGUAGE}/sources.yaml": ""}
    listed = load_texts(PARCEL, overlays=overlays)
    assert codes(listed) == ["missing-translation"]
    hidden = {**PARCEL, "parcel.yaml": PARCEL["parcel.yaml"] + "listed: no\n"}
    assert codes(load_texts(hidden, overlays=overlays)) == []


def test_an_overlay_of_no_tree__checked__is_unknown():
    project = load_texts(PARCEL, overlays={f"{LANGUAGE}/parcl.yaml": "title:\n"})
    assert codes(project, f"{LANGUAGE}/parcl.yaml") == ["unknown-translation"]


def test_a_placeholder_of_its_own__in_a_translation__is_refused_at_its_place():
    overlay = filled(begun(PARCEL))[f"{LANGUAGE}/parcel.yaml"]
    bad = overlay.replace(f"{MARK}Nothing to do", f"{MARK}Nothing to do {{hacer}}")
    project = parcel(bad)
    (finding,) = [one for one in project.findings if one.span.path.startswith(LANGUAGE)]
    line = bad.split("\n")[finding.span.line - 1]
    assert line[finding.span.column - 1 : finding.span.end_column - 1] == "hacer"
    assert project.broken


def test_a_folder_of_a_language__read_from_disk__is_a_translation(tmp_path):
    for path, text in {**PARCEL, **translated(PARCEL)}.items():
        file = tmp_path / "trees" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "trees" / "drafts").mkdir()
    (tmp_path / "trees" / "drafts" / "no-tree.yaml").write_text("{", "utf-8")
    project = load(tmp_path / "trees")
    assert project.translations.keys() == {LANGUAGE}
    assert project.translations[LANGUAGE].documents["parcel"].tree.title.startswith(MARK)
    assert codes(project, f"trees/{LANGUAGE}/parcel.yaml") == []


def test_units_that_browsers_have_words_for__are_not_to_be_translated():
    parts = (ROOT / "src/trees/browser/element/parts.js").read_text("utf-8")
    named = parts.partition("MEASURES = {")[2].partition("};")[0]
    units = {line.split(":")[0].strip(' "') for line in named.strip().splitlines()}
    assert units
    assert {unit for unit in units if unit not in UNITS and not SYMBOL.fullmatch(unit)} == set()
