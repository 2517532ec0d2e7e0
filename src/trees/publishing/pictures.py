"""Pictures for links: what messengers and networks show of a page, drawn with Pillow.

Boundary: words and a sketch in, a PNG out, the same bytes each time. The only module that imports
Pillow, which is an extra; without it there are no pictures. The font is Inter, built beside the
runtime; it has the letters of Western Europe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from .assets import BROWSER
from .sketch import Dot, Sketch

SIZE = (1200, 630)
#: Everything is drawn larger and made smaller, so that edges are smooth.
FINE = 2
GROUND, INK, QUIET, LINE = "#0d4f5c", "#ffffff", "#bfdde2", "#3f8592"
#: Verdicts as the pages show them on a dark ground.
TONES = {
    "stop": "#ff9e94",
    "fix": "#89c5ff",
    "ask": "#cbb8ff",
    "wait": "#f6c46c",
    "safe": "#86d9a0",
    "question": "#ffffff",
    "elsewhere": "#7fb6bf",
}
#: Left, top, right and bottom of the words and of the sketch.
WORDS = (80, 84, 690, 546)
SKETCH = (780, 96, 1110, 534)
LARGEST, SMALLEST, SUMMARY, FOOT = 76, 44, 30, 28
SENTENCE = re.compile(r"[.?!…]”?(?=\s|$)")
FONTS = BROWSER / "_parts"

type Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Motif:
    """What a picture says and shows."""

    title: str
    summary: str
    site: str
    sketch: Sketch


def picture(motif: Motif) -> bytes:
    """Return a picture as PNG."""
    image = Image.new("RGB", (SIZE[0] * FINE, SIZE[1] * FINE), GROUND)
    draw = ImageDraw.Draw(image)
    _draw_sketch(draw, motif.sketch)
    _draw_words(draw, motif)
    out = BytesIO()
    small = image.resize(SIZE, Image.Resampling.LANCZOS)
    small.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def _draw_words(draw: ImageDraw.ImageDraw, motif: Motif) -> None:
    left, top, right, bottom = (edge * FINE for edge in WORDS)
    size = next(
        (size for size in range(LARGEST, SMALLEST, -4) if _fits(motif.title, size, right - left)),
        SMALLEST,
    )
    y = float(top)
    for line in _lines(motif.title, _font("bold", size), right - left):
        draw.text((left, y), line, INK, _font("bold", size))
        y += size * FINE * 1.16
    foot = bottom - FOOT * FINE
    y += SUMMARY * FINE * 0.6
    room = int((foot - y - SUMMARY * FINE * 0.6) / (SUMMARY * FINE * 1.42))
    for line in _sentences(motif.summary, right - left, room):
        draw.text((left, y), line, QUIET, _font("regular", SUMMARY))
        y += SUMMARY * FINE * 1.42
    draw.text((left, foot), motif.site, INK, _font("bold", FOOT))


def _draw_sketch(draw: ImageDraw.ImageDraw, shown: Sketch) -> None:
    places = {name: _place(dot) for name, dot in shown.dots.items()}
    for name, to in shown.lines:
        draw.line([*_curve(places[name], places[to])], LINE, 3 * FINE, joint="curve")
    ends = sum(dot.kind != "question" for dot in shown.dots.values())
    room = (SKETCH[3] - SKETCH[1]) * FINE / max(ends, 1)
    for name, dot in shown.dots.items():
        radius = min(13 * FINE, room * 0.36) * (0.72 if dot.kind == "question" else 1)
        x, y = places[name]
        draw.circle((x, y), radius, TONES[dot.kind])


def _place(dot: Dot) -> tuple[float, float]:
    left, top, right, bottom = (edge * FINE for edge in SKETCH)
    return left + dot.x * (right - left), top + dot.y * (bottom - top)


def _curve(
    start: tuple[float, float], end: tuple[float, float], steps: int = 32
) -> Iterator[tuple[float, float]]:
    """Leave to the right, and arrive from the left."""
    for step in range(steps + 1):
        at = step / steps
        smooth = at * at * (3 - 2 * at)
        yield start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * smooth


def _sentences(text: str, width: float, room: int) -> list[str]:
    """Break as many sentences as there is room for; half a one would say something else."""
    font = _font("regular", SUMMARY)
    ends = [found.end() for found in SENTENCE.finditer(text)]
    fitting = ([*_lines(text[:end], font, width)] for end in reversed(ends))
    return next((lines for lines in fitting if len(lines) <= room), [])


def _fits(title: str, size: int, width: float) -> bool:
    font = _font("bold", size)
    lines = [*_lines(title, font, width)]
    return len(lines) <= 3 and all(font.getlength(line) <= width for line in lines)


def _lines(text: str, font: Font, width: float) -> Iterator[str]:
    """Break a text between words."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


@cache
def _font(weight: str, size: int) -> Font:
    # The plain layout, as the other one depends on what a machine has installed.
    layout = ImageFont.Layout.BASIC
    return ImageFont.truetype(FONTS / f"{weight}.woff", size * FINE, layout_engine=layout)
