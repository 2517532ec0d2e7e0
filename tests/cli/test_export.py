"""`trees export`: a file whole or not at all, and a sentence for whatever stands in its way."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.authoring.translation.pseudo import pseudo, translated
from tests.cli.test_main import SOUND, SOURCES

from trees import cli
from trees.publishing import assets, kit

#: The most that one file may have, in bytes.
MOST = 6_000_000
SETTINGS = """site_name: Guides of ours
site_url: !ENV [SITE, "https://example.org/"]
copyright: Ours. &copy; <b>us</b>
plugins: [search]
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with two trees that do not lead to each other."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "decision_trees"
    folder.mkdir()
    (folder / "tea.yaml").write_text(SOUND, "utf-8")
    (folder / "coffee.yaml").write_text(SOUND.replace("tea", "coffee"), "utf-8")
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    return folder


def test_a_tree__is_one_file_of_its_name__and_small_enough(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", "tea"]) == 0
    assert "tea.html: 5." in capsys.readouterr().err
    written = Path("tea.html").read_text("utf-8")
    assert len(written.encode()) <= MOST
    assert "Do you like tea?" in written
    assert "Do you like coffee?" not in written


def test_all__is_one_file_with_every_tree__hardly_larger(content: Path) -> None:
    assert cli.main(["export", "decision_trees/tea.yaml", "--out", "one.html"]) == 0
    assert cli.main(["export", "--all", "--out", "all.html"]) == 0
    written = Path("all.html").read_text("utf-8")
    assert "Do you like tea?" in written
    assert "Do you like coffee?" in written
    assert Path("all.html").stat().st_size < 1.5 * Path("one.html").stat().st_size


def test_what_mkdocs_says_of_the_site__stands_in_the_file__unless_told_otherwise(
    content: Path,
) -> None:
    Path("mkdocs.yml").write_text(SETTINGS, "utf-8")
    assert cli.main(["export", "tea"]) == 0
    written = Path("tea.html").read_text("utf-8")
    assert "Guides of ours" in written
    assert "Ours. © us" in written
    assert "Newest version" not in written, "the address is not plain text there"
    said = ["--name", "N", "--note", "Noted", "--site", "https://example.org/x"]
    assert cli.main(["export", "tea", "--day", "2026-03-02", *said]) == 0
    written = Path("tea.html").read_text("utf-8")
    assert {"Guides of ours", "© us"}.isdisjoint(written.split())
    assert all(words in written for words in ("Noted", "example.org/x", "2 March 2026"))


def test_two_exports_of_one_day__are_byte_identical(content: Path) -> None:
    for name in ("one.html", "two.html"):
        assert cli.main(["export", "--all", "--day", "2026-03-02", "--out", name]) == 0
    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name one tree to export, or say --all"),
        (["tea", "--all"], "name one tree to export, or say --all"),
        (["cocoa"], "there is no tree cocoa in decision_trees; there are: coffee, tea"),
        (["tea", "--folder", "nowhere"], "there is no file or folder nowhere"),
        (["--all", "--folder", "empty"], "there are no trees in empty"),
        (["tea", "--out", "nowhere/tea.html"], "there is no folder nowhere to write tea.html into"),
        (["tea", "--out", "empty"], "empty is a folder; name a file in it"),
        (["tea", "--out", "/proc/tea.html"], "cannot write /proc/tea.html: "),
        (["tea", "--folder", "odd/trees"], "cannot read odd/mkdocs.yml: "),
    ],
)
def test_wrong_usage__gives_2_and_says_what_would_do(
    content: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    Path("empty").mkdir()
    Path("odd").mkdir()
    Path("odd/trees").symlink_to(content)
    Path("odd/mkdocs.yml").write_text("site_name: [", "utf-8")
    assert cli.main(["export", *words]) == 2
    assert said in capsys.readouterr().err
    assert not list(Path().glob("*.html"))


def test_an_address_that_is_none__is_refused_in_words(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", "tea", "--site", "javascript:alert(1)"])
    assert ended.value.code == 2
    assert "is not an address like https://example.org/" in capsys.readouterr().err


def test_errors_in_the_folder__are_shown_and_nothing_is_written(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "coffee.yaml").write_text("title: [", "utf-8")
    assert cli.main(["export", "tea"]) == 1
    assert "decision_trees/coffee.yaml:1:" in capsys.readouterr().out
    assert not Path("tea.html").exists()


def test_no_engine__is_said_with_how_to_build_it(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    monkeypatch.setattr(assets, "browser", assets.Browser)
    assert cli.main(["export", "tea"]) == 2
    assert "not built; run `python -m trees.browser.runtime`" in capsys.readouterr().err


def test_a_disk_without_room__leaves_the_old_file_and_no_remains(content: Path) -> None:
    """Room for a tenth of a file stands in for a full disk: the system refuses the rest alike."""
    Path("tea.html").write_text("old", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "trees.cli", "export", "tea"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (MOST // 10, MOST // 10)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "trees: cannot write tea.html: " in done.stderr
    assert "Traceback" not in done.stderr
    assert Path("tea.html").read_text("utf-8") == "old"
    assert {path.name for path in Path().iterdir()} == {"decision_trees", "tea.html"}


def test_scripts_of_the_page__cannot_end_too_early() -> None:
    parts = kit.read(assets.browser())
    assert parts is not None
    assert "</script" not in parts.page.lower()
    assert "<!--" not in parts.page
    assert "</style" not in parts.style.lower()


def test_a_language__is_that_of_the_whole_file__or_wrong_usage(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {"tea.yaml": SOUND, "coffee.yaml": SOUND.replace("tea", "coffee")}
    for path, text in translated({**texts, "sources.yaml": SOURCES}, "es").items():
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text(text, "utf-8")
    assert cli.main(["export", "tea", "--language", "es"]) == 0
    written = Path("tea.html").read_text("utf-8")
    assert '<html lang="es">' in written
    assert pseudo("Do you like tea?") in written
    assert cli.main(["export", "tea", "--language", "fr"]) == 2
    assert "there are no translations into fr; there are: es" in capsys.readouterr().err
