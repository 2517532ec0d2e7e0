"""Every bad tree of tests/corpus gives exactly the findings that its comments announce."""

import re
from datetime import date
from pathlib import Path

import pytest

from trees.authoring.project import load_texts
from trees.authoring.rules.base import code_of
from trees.authoring.rules.registry import OF_SOURCES, OF_THE_STORIES, RULES
from trees.authoring.style import advice

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("*.yaml"))
BESIDE = {file.name: file.read_text(encoding="utf-8") for file in CORPUS.glob("beside/*.yaml")}

#: Translations into Spanish: each of the tree of its name, or of the one that lies beside them.
OVERLAYS = sorted({*CORPUS.glob("overlays/*.yaml")} - {CORPUS / "overlays" / "parcel.yaml"})

INLINE = re.compile(r"# ((?:error|warning|advice): .*)$")
HEADER = re.compile(r"^# at (\d+):(\d+) (error|warning|advice): ([a-z-]+)$")
ONE = re.compile(r"([a-z-]+) @ (\d+)")


def announced(text):
    for number, line in enumerate(text.splitlines(), 1):
        header = HEADER.match(line)
        if header:
            at, column, severity, code = header.groups()
            yield int(at), int(column), severity, code
        elif inline := INLINE.search(line):
            severity = inline.group(1).partition(":")[0]
            for code, column in ONE.findall(inline.group(1)):
                yield number, int(column), severity, code


#: The sources beside the corpus were checked on this day or before; one of its own was not.
TODAY = date(2026, 11, 25)


def found(name, text):
    project = load_texts({**BESIDE, name: text})
    style = advice(project, TODAY) if text.startswith("# with advice") else []
    for finding in (*project.findings, *style):
        if finding.span.path == name:
            yield finding.span.line, finding.span.column, finding.severity, finding.code


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_bad_tree__checked__gives_exactly_what_it_announces(file):
    text = file.read_text(encoding="utf-8")
    with_warnings = text.startswith(("# with warnings", "# with advice"))
    said = {one for one in found(file.name, text) if with_warnings or one[2] == "error"}
    assert sorted(said) == sorted(set(announced(text)))


def translated(file):
    """Return the findings in a translation, style included where it says so."""
    own = file.parent / "originals" / file.name
    original = own if own.exists() else file.parent / "parcel.yaml"
    text, path = file.read_text(encoding="utf-8"), f"es/{original.name}"
    project = load_texts(
        {**BESIDE, original.name: original.read_text("utf-8")}, overlays={path: text}
    )
    style = advice(project, TODAY) if text.startswith("# with advice") else []
    return [one for one in (*project.findings, *style) if one.span.path == path]


@pytest.mark.parametrize("file", OVERLAYS, ids=lambda file: file.stem)
def test_a_bad_translation__checked__gives_exactly_what_it_announces(file):
    said = {
        (finding.span.line, finding.span.column, finding.severity, finding.code)
        for finding in translated(file)
    }
    assert sorted(said) == sorted(set(announced(file.read_text(encoding="utf-8"))))


def test_the_originals_of_translations__checked__need_nothing():
    for file in CORPUS.glob("overlays/originals/*.yaml"):
        project = load_texts({**BESIDE, file.name: file.read_text("utf-8")})
        assert (*project.findings, *advice(project, TODAY, {file.stem})) == ()


def test_the_files_beside_the_corpus__checked__have_no_findings():
    assert load_texts(BESIDE).findings == ()


def test_every_rule__looked_for__is_shown_at_work():
    shown = {
        one[3]
        for file in (*FILES, *OVERLAYS)
        for one in announced(file.read_text(encoding="utf-8"))
    }
    #: These need files that are no text, several bad files, or a large one; see the other tests.
    elsewhere = {
        *("unreadable-file", "bad-source", "shared-question-differs", "too-large", "too-many"),
    }
    #: What stricter rules forbid before the proof could find it, and what only `trees prove` says.
    never = {"no-branch-holds", "missing-value", "undecided-question", "undecided-continuation"}
    #: What only `trees mutate` and `trees check --coverage` look for.
    stories = {code_of(rule.__name__) for rule in OF_THE_STORIES}
    #: What looks at the sources only; see test_style.
    sources = {code_of(rule.__name__) for rule in OF_SOURCES}
    assert RULES.keys() - shown == elsewhere | never | stories | sources
