"""A language that nobody speaks: each text of an original, with a mark before it.

For tests of what holds for every translation that is complete.
"""

from pathlib import PurePosixPath

from trees.authoring.translation.refresh import originals, refreshed

LANGUAGE = "qps"
MARK = "Ŝ "


def pseudo(text: str) -> str:
    """Return a text as that language says it; what stands in brackets stays in them."""
    return f"[{MARK}{text[1:]}" if text[:1] == "[" != text[:2] else f"{MARK}{text}"


def begun(texts, language=LANGUAGE, overlays=None):
    """Return the overlays of all trees, with nothing translated that was not before."""
    names = frozenset(PurePosixPath(path).stem for path in texts)
    done = refreshed(originals(texts, names, []), overlays or {}, language)
    assert not done.findings
    return {path: file.text for path, file in done.files.items()}


def translated(texts, language=LANGUAGE):
    """Return complete overlays of all trees."""
    return begun(texts, language, filled(begun(texts, language), language))


def filled(overlays, language=LANGUAGE):
    """Return overlays in which every empty translation is written."""
    return {path: _filled(text, language) for path, text in overlays.items()}


def _filled(text, language):
    lines = []
    english = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if line.strip().startswith("en:"):
            english = [line]
        elif line.strip() == f"{language}:":
            lines += _said(english, language)
            english = []
            continue
        elif english and (not line.strip() or indent > len(english[0]) - len(english[0].lstrip())):
            english.append(line)
        lines.append(line)
    return "\n".join(lines)


def _said(english, language):
    first, *rest = english
    before, _, text = first.partition("en:")
    if text.strip() in (">-", "|-", "|", ">"):
        at = len(rest[0]) - len(rest[0].lstrip())
        rest = [rest[0][:at] + pseudo(rest[0][at:]), *rest[1:]]
        return [f"{before}{language}:{text}", *rest]
    quote = text.strip()[:1]
    if quote in "'\"":
        marked = quote + pseudo(text.strip()[1:])
        return [f"{before}{language}: {marked}", *rest]
    return [f"{before}{language}: {pseudo(text.strip())}", *rest]
