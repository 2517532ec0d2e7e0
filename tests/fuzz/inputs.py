"""Files that nobody should write: real trees with slips, and YAML that means harm.

Boundary: texts out of a source of chance; the same seed gives the same texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from trees.authoring.fresh import fresh_tree

ROOT = Path(__file__).parents[2]
FOLDERS = ("decision_trees", "tests/corpus", "tests/corpus/beside")
REAL = [
    file.read_text("utf-8") for name in FOLDERS for file in sorted((ROOT / name).glob("*.yaml"))
]
#: Trees that stand by themselves, or lead only into `BESIDE`: with luck, a slip leaves them sound.
TEMPLATE = fresh_tree("new")
ALONE = [TEMPLATE, (ROOT / "decision_trees/kitchen-sink.yaml").read_text("utf-8")]
STUB = """title: Stub
summary: Stands in for a tree.
listed: no
questions:
  money: {ask: "Which?", options: {nothing: Nothing, other: Other}, then: [
    {if: money == nothing, go: nothing_taken}, {otherwise: other_way}]}
outcomes:
  nothing_taken: {verdict: safe, title: Safe, reason: It is.}
  other_way: {verdict: safe, title: Safe, reason: It is.}
"""
BESIDE = {
    "refund.yaml": STUB,
    "order-cancelled.yaml": STUB,
    "sources.yaml": (ROOT / "decision_trees/sources.yaml").read_text("utf-8"),
}
LARGEST = 1_100_000

BITS = (
    *":-[]{}&*!|>'\"%@`#,?\n\t ()=<",
    *("\n  ", ": ", "- ", "\n- ", "tree:", "{x}", "[@x]", "<<: ", "---\n", "...\n", "? "),
    *("\u2028", "\x00", "\ud800", "\ufeff", "\x85", "\u202e", "é", "📦", "\r\n", "\r"),
    *("9" * 40, "-0", "1e9", "0x1F", ".inf", "2026-02-30", "9999-12-31", "0001-01-01", "today"),
    *("yes", "null", "~", "!!python/object:os.system", "&a ", "*a", "{{7*7}}", "<script>"),
    *("not " * 30, "(" * 30, "days(999999)", "business_days(-1)", "a" * 300, "[" * 30),
)
WORD = re.compile(r"[a-z_]\w+")
NUMBER = re.compile(r"\d+")
NUMBERS = (
    "0",
    "1",
    "7",
    "20",
    "-3",
    "366",
    "99999",
    "2026",
    "0.5",
    "1e3",
    "00",
    "12345678901234567",
)


def slip(random: Random) -> str:
    """Return a real tree with a few places changed."""
    text = random.choice(ALONE if random.random() < 0.4 else REAL)
    for _ in range(random.randint(1, 3)):
        text = random.choice(SLIPS)(text, random)
    return text


def _bit(text: str, random: Random) -> str:
    at, cut = random.randrange(len(text) + 1), random.choice((0, 0, 1, 5, 40))
    return text[:at] + random.choice(BITS) + text[at + cut :]


def _line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    moved = random.choice(("", lines[at], lines[at] * 2, "  " + lines[at], lines[at][2:]))
    lines[at] = ""
    lines[to] += moved
    return "".join(lines)


def _word(text: str, random: Random) -> str:
    """Put one word of the file in place of another: names stay names."""
    words = list(WORD.finditer(text))
    if not words:
        return text
    old, new = random.choice(words), random.choice(words)
    return text[: old.start()] + new[0] + text[old.end() :]


def _number(text: str, random: Random) -> str:
    numbers = list(NUMBER.finditer(text))
    if not numbers:
        return text
    old = random.choice(numbers)
    return text[: old.start()] + random.choice(NUMBERS) + text[old.end() :]


def _graft(text: str, random: Random) -> str:
    other = random.choice(REAL)
    at, start = random.randrange(len(text) + 1), random.randrange(len(other) + 1)
    return text[:at] + other[start : start + random.choice((20, 200, 2000))] + text[at:]


SLIPS: tuple[Callable[[str, Random], str], ...] = (
    *(_bit, _line, _word, _word, _word, _word, _number, _graft),
)


def hostile(random: Random) -> str:
    """Return a text made to cost time or memory, of any size up to just above the limit."""
    times = int(10 ** random.uniform(0, 5))
    return random.choice(HOSTILE)(times, random)[:LARGEST]


def _repeated(times: int, random: Random) -> str:
    return random.choice(
        ("", "title: ", "a: '", "a: [", "questions:\n  q: ")
    ) + times * random.choice(
        (
            *BITS,
            "a: &a [*a]\n",
            "- - ",
            "a: {",
            "[a, ",
            "? ? ",
            "a: b\n",
            "'' ",
            "\\n",
            "{x} ",
            "[@",
        )
    )


def _deep(times: int, random: Random) -> str:
    step = random.choice(("a:", "- ", "? "))
    levels = min(times, 1400)
    return "\n".join(" " * (2 * level) + step for level in range(levels))


def _laughs(times: int, random: Random) -> str:
    rows = [
        f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, min(times, 5000))
    ]
    return "\n".join(["a0: &a0 ha", *rows])


def _long_row(times: int, random: Random) -> str:
    rows = min(times, 4000)
    asks = (
        f"  q{at}: {{ask: 'A?', yes: q{at + 1}, no: {random.choice(('o', f'q{rows}'))}}}\n"
        for at in range(rows)
    )
    return _tree("".join(asks) + f"  q{rows}: {{ask: 'A?', yes: o, no: o}}\n")


def _many_options(times: int, random: Random) -> str:
    options = ", ".join(f"a{at}: L" for at in range(min(times, 20_000)))
    kind = random.choice(("choice", "several"))
    return _tree(f"  q: {{ask: 'A?', kind: {kind}, options: {{{options}}}, go: o}}\n")


def _many_branches(times: int, random: Random) -> str:
    tests = (
        f"n {random.choice('<>')} {random.randrange(-999, 999)}" for _ in range(min(times, 3000))
    )
    rows = "".join(f"      - {{if: {test}, go: o}}\n" for test in tests)
    return _tree(f"  n:\n    ask: N?\n    kind: number\n    then:\n{rows}      - otherwise: o\n")


def _compared(times: int, random: Random) -> str:
    """Many questions that all compare one number, each with constants of its own."""
    rows = min(times, 40)
    asks = "".join(
        f"  q{at}:\n    ask: Q?\n    kind: text\n    then:\n"
        + "".join(f"      - {{if: n > {random.randrange(99_999)}, go: o}}\n" for _ in range(300))
        + f"      - otherwise: q{at + 1}\n"
        for at in range(rows)
    )
    last = f"  q{rows}: {{ask: 'A?', yes: o, no: o}}\n"
    return _tree("  n: {ask: N?, kind: number, go: q0}\n" + asks + last)


def _values(times: int, random: Random) -> str:
    shape = random.choice(
        ("v{}", "max(v{0}, v{0})", "v{} + days(1)", "today if v{0} == v{0} else v{0}")
    )
    rows = "".join(f"  v{at}: {shape.format(at - 1)}\n" for at in range(1, min(times, 5000)))
    return f"values:\n  v0: today\n{rows}" + _tree("  q: {ask: 'A?', yes: o, no: o}\n")


def _long_expression(times: int, random: Random) -> str:
    part = random.choice(("1 + ", "not ", "(", "min(", "q == yes and ", "1 if q == yes else ", "-"))
    return (
        _tree("  q: {ask: 'A?', yes: o, no: o}\n") + f"values:\n  v: {part * min(times, 5000)}1\n"
    )


def _noise(times: int, random: Random) -> str:
    return "".join(random.choice(BITS) for _ in range(min(times, 20_000)))


def _tree(questions: str) -> str:
    outcome = "{verdict: wait, title: T, reason: R}"
    return f"title: T\nsummary: S.\nlisted: no\nquestions:\n{questions}outcomes:\n  o: {outcome}\n"


HOSTILE: tuple[Callable[[int, Random], str], ...] = (
    *(_repeated, _repeated, _deep, _laughs, _long_row, _many_options, _many_branches),
    *(_compared, _values, _long_expression, _noise),
)


def any_file(random: Random) -> str:
    """Return one file: most are real trees with slips."""
    return hostile(random) if random.random() < 0.04 else slip(random)
