"""A walk through a tree in the terminal: one question at a time, with back, change and restart.

Boundary: draws forms by their layout, whatever the kind of the question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from trees.authoring.document import Document, OutcomeText
from trees.engine import session
from trees.engine.questions import Form, Raw, kind_of
from trees.engine.session import State, Step
from trees.engine.tree import Library, Outcome, Question
from trees.publishing.words import ENGLISH

from .plain import filled, problem_words, shown

HELP = "b: back   c 1: change answer 1   r: start again   q: quit"


def walk(documents: Mapping[str, Document], library: Library, name: str, today: date) -> int:
    """Walk a tree with the reader until they quit, or the input ends."""
    step = session.replay(library, State(name), today)
    while True:
        _show(documents, step)
        try:
            line = input("> ").strip()
        except EOFError:
            return 0
        if line == "q":
            return 0
        step = _next(library, step, line, today)


def _next(library: Library, step: Step, line: str, today: date) -> Step:
    """Follow one line: a command, else an answer."""
    moves: dict[str, Callable[[], Step]] = {
        "b": lambda: session.back(library, step.state, today),
        "r": lambda: session.replay(library, State(step.state.tree), today),
    }
    if line in moves:
        return moves[line]()
    if line.startswith("c ") and line[2:].strip().isdecimal():
        at = int(line[2:]) - 1
        changed = step.trail[at].question.id if 0 <= at < len(step.trail) else ""
        return session.change(library, step.state, changed, today)
    if isinstance(step.node, Outcome):
        return step
    form = kind_of(step.node).form(step.node)
    return session.answer(library, step.state, _raw(form, line), today)


def _raw(form: Form, line: str) -> Raw:
    """Return a typed line as what the form would give: options may be typed by number."""
    if form.layout == "fill":
        boxes = line.replace("/", " ").split(maxsplit=2) if len(form.boxes) > 1 else [line]
        named = dict(zip((box.name for box in form.boxes), boxes, strict=False))
        return line if "-" in line and len(form.boxes) > 1 else named
    numbered = {str(at): option for at, option in enumerate(form.options, 1)}
    picked = [numbered.get(word, word) for word in line.replace(",", " ").split()]
    return picked if form.layout == "tick" else " ".join(picked)


def _show(documents: Mapping[str, Document], step: Step) -> None:
    print()
    for at, entry in enumerate(step.trail, 1):
        answered = shown(kind_of(entry.question).part(entry.question, entry.answer))
        print(f"  {at}. {entry.question.ask} {answered}")
    document = documents[step.tree.id]
    if isinstance(step.node, Question):
        _show_question(step, step.node, document.questions[step.node.id].hint)
    else:
        _show_outcome(step, step.node, document.outcomes[step.node.id])
    print(f"\n{HELP}")


def _show_question(step: Step, question: Question, hint: str) -> None:
    print(f"\n{question.ask}")
    if hint:
        print(filled(hint, step.values))
    form = kind_of(question).form(question, step.given)
    for at, label in enumerate(form.options.values(), 1):
        print(f"  {at}) {label}")
    if form.layout == "tick":
        print("  (numbers with commas between them)")
    for box in form.boxes:
        given = f"[{box.value}]" if box.value else ""
        print(f"  {ENGLISH[f'box.{box.word}']} {box.suffix} {given}".rstrip())
    if step.problem:
        print(f"! {problem_words(step.problem)}")


def _show_outcome(step: Step, outcome: Outcome, text: OutcomeText) -> None:
    print(f"\n[{ENGLISH[f'verdict.{outcome.verdict}']}] {filled(outcome.title, step.values)}")
    print(f"\n{filled(text.reason, step.values)}")
    for at, line in enumerate(text.steps, 1):
        print(f"  {at}. {filled(line, step.values)}")
    for message in text.messages:
        print(f"\n--- {message.label or message.to} ---\n{filled(message.text, step.values)}\n---")
    for note in text.dates:
        day = shown(step.values[note.date]) if note.date in step.values else note.date
        print(f"  {day}: {note.label}")
