"""Pages that are written by hand, and the words around trees, are as plain as the trees."""

import re
from pathlib import Path

import pytest
import yaml

from trees.authoring.reading.ease import ease, sentences
from trees.authoring.reading.languages import ORIGINAL, language_of
from trees.authoring.rules.long_sentence import MOST_WORDS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
#: The pages for readers are those that are translated.
TRANSLATED = [*DOCS.glob("es/*.md"), *DOCS.glob("pt-BR/*.md")]
PAGES = sorted({*TRANSLATED, *(DOCS / file.name for file in TRANSLATED)})
WORDS = sorted(ROOT.glob("src/trees/publishing/languages/*/_words.yaml"))
#: A list for the finder, which nobody reads.
NO_SENTENCE = {"finder-small-words"}
#: The page's head, pictures, tags and their attributes, code, headings, tables.
NO_TEXT = re.compile(
    r"\A---\n.*?\n---\n|<(svg|script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>|\{[^}\n]*\}|```.*?```"
    r"|^#+ .*?$|^\|.*?$|&\w+;",
    re.DOTALL | re.MULTILINE,
)
#: A link in a line of its own is a title.
PARAGRAPH = re.compile(r"(?<=\.md\))\n|\n\s*\n|\n\s*(?:[-*]|\d+\.) ")


def hard(text, tag):
    """Return how easy a text is if it is too hard, and its long sentences."""
    said, formula = sentences(text), language_of(tag).formula
    figure = ease(said, formula)
    if figure is not None and figure < formula.plain:
        yield round(figure), " ".join(text.split())
    yield from ((len(words), " ".join(words)) for words in said if len(words) > MOST_WORDS)


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(DOCS)))
def test_a_page_for_readers__judged__is_plain(file):
    tag = ORIGINAL if file.parent == DOCS else file.parent.name
    text = NO_TEXT.sub(" ", file.read_text("utf-8"))
    assert [one for part in PARAGRAPH.split(text) for one in hard(part, tag)] == []


@pytest.mark.parametrize("file", WORDS, ids=lambda file: file.parent.name)
def test_the_words_of_pages__judged__are_plain(file):
    words = yaml.safe_load(file.read_text("utf-8"))
    texts = [
        (tag, text)
        for name, said in words.items()
        for tag, text in said.items()
        if name not in NO_SENTENCE
    ]
    assert len(texts) > 100
    assert [one for tag, text in texts for one in hard(text, tag)] == []
