"""The pages for readers that are written by hand are as plain as the trees, in each language."""

import re
from pathlib import Path

import pytest

from trees.authoring.reading.ease import ease, sentences
from trees.authoring.reading.languages import ORIGINAL, language_of
from trees.authoring.rules.long_sentence import MOST_WORDS

DOCS = Path(__file__).parents[2] / "docs"
TRANSLATED = sorted([*DOCS.glob("es/*.md"), *DOCS.glob("pt-BR/*.md")])
PAGES = sorted({*TRANSLATED, *(DOCS / file.name for file in TRANSLATED)})
#: What is no sentence: the page's head, pictures, tags, their attributes, code, headings, tables.
NO_TEXT = re.compile(
    r"\A---\n.*?\n---\n|<(svg|script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>|\{[^}\n]*\}|```.*?```"
    r"|^#+ .*?$|^\|.*?$|&\w+;",
    re.DOTALL | re.MULTILINE,
)
#: A link in a line of its own is a title.
PARAGRAPH = re.compile(r"(?<=\.md\))\n|\n\s*\n|\n\s*(?:[-*]|\d+\.) ")


def hard(file):
    """Return each paragraph of a page that is hard to read, with its figure."""
    folder = file.parent
    language = language_of(ORIGINAL if folder == DOCS else folder.name)
    for paragraph in PARAGRAPH.split(NO_TEXT.sub(" ", file.read_text("utf-8"))):
        said = sentences(paragraph)
        figure = ease(said, language.formula)
        if figure is not None and figure < language.formula.plain:
            yield round(figure), " ".join(paragraph.split())
        yield from ((len(words), " ".join(words)) for words in said if len(words) > MOST_WORDS)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(DOCS)))
def test_a_page_for_readers__judged__is_plain(file):
    assert list(hard(file)) == []
