"""An author writes, and the editor helps: the real server, spoken to over its standard input."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from tests.editor.author import Author, between, edited
from tests.editor.conftest import MONEY, PARCEL

from trees.authoring.project import load, load_texts


def codes(found: list[lsp.Diagnostic]) -> list[object]:
    return [one.code for one in found]


def test_findings__come_as_one_types_and_are_those_of_the_check(author: Author) -> None:
    author.type("parcel.yaml", "go: gone", "go: gon")
    [found, *_] = author.findings("parcel.yaml")
    expected = load_texts({"parcel.yaml": author.texts["parcel.yaml"], "money.yaml": MONEY})
    [finding] = [one for one in expected.findings if one.code == "unknown-target"]
    assert found.code == "unknown-target"
    assert found.message == f"{finding.message}\n{finding.hint}"
    line = author.texts["parcel.yaml"].split("\n")[found.range.start.line]
    assert between(line, found.range.start.character, found.range.end.character) == "gon"
    author.type("parcel.yaml", "go: gon\n", "go: gone\n")
    assert author.findings("parcel.yaml") == []


def test_a_place_behind_signs_outside_the_first_plane__is_counted_in_utf_16(
    author: Author,
) -> None:
    author.type("parcel.yaml", "[@shop] See", "[@shopp] See")
    [found] = author.findings("parcel.yaml")
    line = author.texts["parcel.yaml"].split("\n")[found.range.start.line]
    assert between(line, found.range.start.character, found.range.end.character) == "shopp"


def test_a_slip_in_one_file__is_told_of_the_other_that_it_breaks(author: Author) -> None:
    author.open("money.yaml")
    author.type("money.yaml", "back: {verdict", "home: {verdict")
    assert "unknown-target" in codes(author.findings("parcel.yaml"))
    author.close("money.yaml")
    assert author.findings("parcel.yaml") == []


def test_a_file_that_is_no_tree__is_left_alone(author: Author, folder: Path) -> None:
    (folder.parent / "mkdocs.yaml").write_text("site_name: x", "utf-8")
    author.open("../mkdocs.yaml")
    author.type("parcel.yaml", "verdict: ask", "verdict: asks")
    author.findings("parcel.yaml")
    assert folder.parent / "mkdocs.yaml" not in author.editor.published
    assert author.proposals("../mkdocs.yaml", "site_name") == {}


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("go: gone", "parcel.yaml:29 gone"),
        ("if: seen", "parcel.yaml:5 seen"),
        ("seen == lost", "parcel.yaml:9 lost"),
        ("days_since(since", "parcel.yaml:18 since"),
        ("Wait until {again_on", "parcel.yaml:27 again_on"),
        ("gone. [@shop", "sources.yaml:1 shop"),
        ("go: tree:money", "money.yaml:1 "),
        ("(tree:money", "money.yaml:1 "),
        ("date: again_on", "parcel.yaml:27 again_on"),
        ("tree:money/back", "money.yaml:10 back"),
        ("01-20, paid", "money.yaml:8 paid"),
        ("start: seen", "parcel.yaml:5 seen"),
    ],
)
def test_going_to_what_a_word_names(author: Author, after: str, found: str) -> None:
    assert author.definition("parcel.yaml", after) == [found]


def test_references_of_a_question__are_in_all_trees_that_share_its_answer(author: Author) -> None:
    found = author.references("parcel.yaml", "if: seen")
    assert all(one.endswith(" seen") for one in found)
    files = [one.partition(":")[0] for one in found]
    assert files.count("parcel.yaml") == PARCEL.count("seen")
    assert files.count("money.yaml") == MONEY.count("seen")
    assert len(author.references("parcel.yaml", "if: seen", every=False)) == len(found) - 2


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ("if: seen", "said"),
        ("  since", "begun"),
        ("  gone", "lost_for_good"),
        ("again_on", "next_look"),
        ("money/back", "ask_for_it"),
    ],
)
def test_rename__reaches_all_files_and_leaves_them_sound(
    author: Author, folder: Path, after: str, new: str
) -> None:
    old = len(load(folder).findings)
    for name, text in author.rename("parcel.yaml", after, new).items():
        assert text != author.text(name)
        (folder / name).write_text(text, "utf-8")
    project = load(folder)
    assert len(project.findings) == old == 0
    assert any(new in text for text in project.texts.values())


def test_rename__there_and_back__is_where_it_began(author: Author, folder: Path) -> None:
    for name, text in author.rename("parcel.yaml", "if: seen", "said").items():
        (folder / name).write_text(text, "utf-8")
        author.open(name, text)
    back = author.rename("parcel.yaml", "if: said", "seen")
    assert back == {"parcel.yaml": PARCEL, "money.yaml": MONEY}


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("Seen It", "cannot be a name"),
        ("today", "has a meaning"),
        ("pending", "is taken in decision_trees/parcel.yaml"),
        ("paid", "is taken in decision_trees/money.yaml"),
    ],
)
def test_rename__to_what_cannot_be_a_name__is_refused(author: Author, new: str, why: str) -> None:
    with pytest.raises(JsonRpcException, match=why):
        author.rename("parcel.yaml", "if: seen", new)


def test_rename__while_the_yaml_is_broken__is_refused(author: Author) -> None:
    author.type("parcel.yaml", "title: Ask", "title: [Ask")
    with pytest.raises(JsonRpcException, match="is broken; mend it first"):
        author.rename("parcel.yaml", "if: seen", "said")


@pytest.mark.parametrize(
    ("old", "typed", "proposed"),
    [
        ("go: gone", "go: ", {"gone", "pending", "since", "tree:money"}),
        ("go: gone", "go: tree:", {"tree:money", "tree:parcel"}),
        ("otherwise: pending", "otherwise: p", {"pending"}),
        ("start: seen", "start: ", {"seen", "since"}),
        ("[@shop] See", "[@", {"shop"}),
        ("until {again_on}", "until {", {"again_on", "since"}),
        ("seen == lost", "seen == ", {"lost", "late"}),
        ("seen in [late]", "seen in [", {"lost", "late"}),
        ("if: seen == lost", "if: ", {"seen", "days_since"}),
        ("again_on: since + days(20)", "again_on: ", {"since", "business_days"}),
        ("kind: date", "kind: ", {"date", "several", "choice"}),
        ("verdict: ask", "verdict: ", {"stop", "fix", "ask", "wait", "safe"}),
        ("date: again_on", "date: ", {"again_on"}),
        ("shows: {again_on: 2026-04-09}", "shows:\n      ", {"again_on"}),
        ("ends: tree:money/back", "ends: ", {"gone", "pending", "tree:money/back"}),
        ("    latest: today", "    ", {"hint", "earliest", "then"} - {"then"}),
        ("    latest: today", "    lat", {"latest"}),
        ("summary: Finds it.", "", {"summary", "listed"}),
        ("    verdict: ask", "    ve", {"verdict"}),
        ("      - if: seen == lost", "      - ", {"if", "otherwise"} - {"otherwise"}),
    ],
)
def test_what_could_stand_at_the_cursor__is_proposed(
    author: Author, old: str, typed: str, proposed: set[str]
) -> None:
    before = PARCEL.partition(old)[0] + typed
    author.type("parcel.yaml", old, typed)
    assert proposed <= author.proposals("parcel.yaml", before).keys()


def test_a_proposal__replaces_what_was_typed_of_it(author: Author) -> None:
    author.type("parcel.yaml", "go: gone", "go: tree:mo")
    found = author.proposals("parcel.yaml", "go: tree:mo")["tree:money"]
    assert found.detail == "Where is my money?"
    assert isinstance(found.text_edit, lsp.TextEdit)
    assert edited_line(author, found.text_edit).endswith("go: tree:money")


def edited_line(author: Author, edit: lsp.TextEdit) -> str:
    line = author.texts["parcel.yaml"].split("\n")[edit.range.start.line]
    return line[: edit.range.start.character] + edit.new_text


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("otherwise: since", "**Since when?**"),
        ("go: gone", "**ask: Ask**"),
        ("seen == lost", "📦 Lost"),
        ("[@shop", "**How we send**, The shop"),
        ("go: tree:money", "**Where is my money?**"),
        ("until {again_on", "`since + days(20)`"),
        ("latest", "a day (2026-07-01)"),
        ("verdict", "`stop` (do not do this)"),
    ],
)
def test_hover__tells_what_is_there(author: Author, after: str, said: str) -> None:
    assert said in author.hover("parcel.yaml", after)


def test_hover__on_a_finding__explains_the_rule(author: Author) -> None:
    author.type("parcel.yaml", "go: gone", "go: gon")
    author.findings("parcel.yaml")
    told = author.hover("parcel.yaml", "go: gon")
    assert told.startswith("**unknown-target**: A way leads to something")
    assert "Good:" in told


def test_a_finding_with_one_right_mend__is_mended_by_a_click(author: Author) -> None:
    author.type("parcel.yaml", "go: gone", "go: gonne")
    [found, *_] = author.findings("parcel.yaml")
    assert found.code_description
    assert found.code_description.href.endswith("/rules/unknown-target/")
    [mend] = author.mends("parcel.yaml", found.range)
    assert mend.title == "Did you mean `gone`?"
    assert mend.edit
    [(_, edits)] = (mend.edit.changes or {}).items()
    assert edited(author.texts["parcel.yaml"], edits) == PARCEL


def test_advice_of_style__comes_along(author: Author) -> None:
    author.type("parcel.yaml", "ask: Since when?", "ask: Since when")
    [found] = author.findings("parcel.yaml")
    assert found.code == "ask-without-question-mark"
    assert found.severity == lsp.DiagnosticSeverity.Information


def test_broken_yaml__keeps_the_structure_that_was_there_last(author: Author) -> None:
    author.definition("parcel.yaml", "go: gone")
    author.type("parcel.yaml", "title: Wait until {again_on}", "title: [Wait until {again_on}")
    assert codes(author.findings("parcel.yaml")) == ["yaml-syntax"]
    assert author.definition("parcel.yaml", "go: gone") == ["parcel.yaml:29 gone"]
    assert author.hover("parcel.yaml", "if: seen").startswith("**What does the page say?**")


def test_an_editor_that_counts_otherwise__is_followed(author: Author) -> None:
    assert author.editor.hello.capabilities.position_encoding == "utf-16"


def test_told_goodbye__it_ends_without_a_word_of_complaint() -> None:
    talk = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": None}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **said}) for said in talk]
    done = subprocess.run(
        [sys.executable, "-m", "trees.cli", "lsp"],
        input="".join(f"Content-Length: {len(body)}\r\n\r\n{body}" for body in bodies).encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_the_extra__it_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['pygls'] = None\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "trees.cli", "lsp"],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stderr.endswith("install it with: pip install 'mkdocs-decision-trees[lsp]'\n")
    assert importlib.util.find_spec("pygls")
