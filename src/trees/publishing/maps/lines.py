"""How wide a text is, and its lines within a width.

Boundary: texts and pixels. Nobody knows which font a reader has, so widths are those of a wide
one: a text that fits here fits in the fonts that systems come with.
"""

from __future__ import annotations

import unicodedata
from functools import cache

#: Widths in thousandths of the size of the letters; those of DejaVu Sans, rounded up.
WIDTHS = {
    **dict.fromkeys("ijlI.,:;'’‘|!", 340),
    **dict.fromkeys("ft()[]{}-r/ ", 415),
    **dict.fromkeys('csz“”"*', 565),
    **dict.fromkeys("mM%@", 985),
    **dict.fromkeys("wW—…", 1000),
    **dict.fromkeys("GOQDHNU&", 790),
}
LOWER, UPPER, OTHER, FULL = 640, 720, 700, 1000
CUT = "…"


@cache
def width(text: str, size: float) -> float:
    """Return how wide a text is, in px, in letters of a size in px."""
    return sum(map(_thousandths, text)) * size / 1000


def lines(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Break a text into at most ``most`` lines that fit into ``room`` px; what is left is cut."""
    found: list[str] = []
    for word in text.split():
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, size) <= room:
            found[-1] = joined
        else:
            found.extend(_pieces(word, size, room))
    if len(found) > most:
        found = [*found[: most - 1], _cut(" ".join(found[most - 1 :]), size, room)]
    return tuple(found)


def _pieces(word: str, size: float, room: float) -> list[str]:
    """Break a word that is wider than the room."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(text: str, size: float, room: float) -> str:
    left = text
    while left and width(left + CUT, size) > room:
        left = left[:-1]
    # Between words: who hears the whole text can then say what they see of it.
    whole = left if text[len(left)] == " " else left.rpartition(" ")[0]
    return (whole or left).rstrip(" ,.·") + CUT


@cache
def _thousandths(letter: str) -> int:
    if letter in WIDTHS:
        return WIDTHS[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return FULL
    kind = unicodedata.category(letter)
    if kind == "Mn":
        return 0
    return {"Ll": LOWER, "Nd": LOWER, "Lu": UPPER}.get(kind, OTHER if kind[0] in "LPZ" else FULL)
