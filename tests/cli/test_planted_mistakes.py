"""Each kind of mistake, planted in a copy of a real tree, is reported where it stands.

A mistake is written as (code, what stood there, what stands there now); `»` marks the place that
the finding must begin at, and is not part of the text.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from trees import cli

ROOT = Path(__file__).resolve().parents[2]
TREE = "order-cancelled.yaml"
MARK = "»"
LAST = "    ends: tree:account-risk/ordinary\n"
OTHERWISE = "      - otherwise: clue\n"
THEN_WHO = f"""    then:
      - if: who in [aliexpress, seller]
        go: told
      - if: who == carrier
        go: tree:tracking-message
      - if: who == me
        go: own_cancel
      - if: who == unpaid
        go: money
{OTHERWISE}"""

MISTAKES = [
    ("yaml-syntax", "ask: Who cancelled the order?", "ask: Who»: cancelled the order?"),
    ("yaml-syntax", "    ask: Who cancelled the order?", "»\task: Who cancelled the order?"),
    (
        "yaml-syntax",
        "{need: why, who: unpaid, money: nothing, pay_slip: no}",
        "»{need: why, who: unpaid, money: nothing, pay_slip: no",
    ),
    ("duplicate-key", "    name: who cancelled\n", "    name: who cancelled\n    »name: again\n"),
    ("unknown-key", "    hint: You can come back", "    »hnt: You can come back"),
    ("wrong-type", "    name: who cancelled", "    name: »[who, cancelled]"),
    ("missing-key", "  told:\n    ask: Were you told the reason?\n", "  »told:\n"),
    ("unknown-target", "        go: own_cancel\n", "        go: »own_cancle\n"),
    ("unknown-tree", "        go: tree:get-it-shipped\n", "        go: »tree:get-it-shiped\n"),
    ("endless-loop", "        go: seller_asked", "        go: »who"),
    (
        "dead-end",
        "      on_purpose:\n        label: On purpose\n        go: you_cancelled\n",
        "      »on_purpose:\n        label: On purpose\n",
    ),
    (
        "unreachable-node",
        "  never_paid:\n",
        "  »lost:\n    verdict: wait\n    title: T\n    reason: R\n\n  never_paid:\n",
    ),
    ("unknown-question", "- if: who == carrier", "- if: »hwo == carrier"),
    ("unknown-option", "- if: who == carrier", "- if: who == »carier"),
    ("unknown-option", "who in [aliexpress, seller]", "who in [aliexpress, »seler]"),
    ("wrong-operand", "- if: who == me", "- if: who == »3"),
    ("no-otherwise", THEN_WHO, THEN_WHO.replace("    then:", "    »then:").replace(OTHERWISE, "")),
    (
        "after-otherwise",
        "      - otherwise: find_out_who\n",
        "      - otherwise: find_out_who\n      - »if: who == me\n        go: own_cancel\n",
    ),
    ("unknown-source", "[@unpaid-orders]", "[@»unpaid-order]"),
    ("unknown-placeholder", "title: Nothing was paid", "title: Nothing {»amount} was paid"),
    ("scenario-ends-elsewhere", "    ends: you_cancelled\n", "    ends: »never_paid\n"),
    ("scenario-ends-elsewhere", LAST, "    ends: »tree:account-risk/suspected\n"),
    ("scenario-bad-answer", "who: unknown, clue", "who: »nobody, clue"),
]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of our own content, to make mistakes in."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "decision_trees", tmp_path / "decision_trees")
    return tmp_path / "decision_trees"


@pytest.mark.parametrize(("code", "was", "now"), MISTAKES, ids=[m[0] for m in MISTAKES])
def test_mistake__is_reported_where_it_stands(
    content: Path, capsys: pytest.CaptureFixture[str], code: str, was: str, now: str
) -> None:
    text = (content / TREE).read_text("utf-8")
    assert was in text, "the tree has changed: plant the mistake elsewhere"
    broken = text.replace(was, now, 1)
    place = place_of(broken)
    (content / TREE).write_text(broken.replace(MARK, ""), "utf-8")

    assert cli.main(["check"]) == 1

    found = findings(capsys.readouterr().out)
    assert (code, place) in found


def place_of(text: str) -> str:
    """Return the marked place as ``line:column``."""
    before, mark, _ = text.partition(MARK)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert mark
    return f"{line}:{column}"


def findings(output: str) -> list[tuple[str, str]]:
    """Return code and place of each finding that was printed for the tree."""
    line = re.compile(
        rf"^decision_trees/{re.escape(TREE)}:(\d+:\d+): \w+\[([a-z-]+)\]", re.MULTILINE
    )
    return [(found[2], found[1]) for found in line.finditer(output)]


def test_several_mistakes__are_reported_in_one_go(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (content / TREE).read_text("utf-8")
    for was, now in (
        ("    hint: You can come back", "    hnt: You can come back"),
        ("- if: who == carrier", "- if: who == carier"),
        ("[@unpaid-orders]", "[@unpaid-order]"),
        ("        go: own_cancel\n", "        go: own_cancle\n"),
    ):
        text = text.replace(was, now, 1)
    (content / TREE).write_text(text, "utf-8")
    assert cli.main(["check", "decision_trees"]) == 1
    codes = {code for code, _ in findings(capsys.readouterr().out)}
    assert codes == {"unknown-key", "unknown-option", "unknown-source", "unknown-target"}


def test_finding__shows_the_line_a_caret_and_a_hint(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / TREE
    path.write_text(path.read_text("utf-8").replace("who == carrier", "who == carier"), "utf-8")
    cli.main(["check"])
    shown = capsys.readouterr().out.splitlines()
    at = next(at for at, line in enumerate(shown) if "- if: who == carier" in line)
    assert shown[at + 1].index("^") == shown[at].index("carier")
    assert "`carrier`" in shown[at + 2]
