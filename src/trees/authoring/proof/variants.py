"""Questions of the same name in several trees: which of them take the same answers.

Boundary: compares questions. Whether a way passes two that differ is asked in ``plan``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from trees.engine.questions import kind_of, options_of
from trees.engine.tree import Question, Tree

from .refusal import Node, Refusal

#: The engine reads numbers with at most so many decimals.
MOST_DECIMALS = 6


def variants_of(
    trees: Iterable[Tree],
) -> tuple[dict[str, Question], dict[Node, str], frozenset[str]]:
    """Return the variants by a name of their own, that of each node, and the names in many trees.

    Raises:
        Refusal: two trees ask for answers of different kinds, or a number is too fine.
    """
    trees = list(trees)
    counts = Counter(name for tree in trees for name in tree.questions)
    variants: dict[str, Question] = {}
    variant_of: dict[Node, str] = {}
    first: dict[str, Question] = {}
    for tree in trees:
        for name, question in tree.questions.items():
            node = (tree.id, name)
            _report_imprecise(node, question)
            if first.setdefault(name, question).kind != question.kind:
                raise unlike(node, "another kind")
            variant = variant_name(question)
            variants.setdefault(variant, question)
            variant_of[node] = variant
    return variants, variant_of, frozenset(name for name in first if counts[name] > 1)


def unlike(node: Node, how: str) -> Refusal:
    """Return the refusal of a question that another tree asks differently."""
    return Refusal(
        "undecided-question",
        node,
        f"`{node[1]}` is asked in another tree with {how}",
        "Give both the same settings, or give one of them another name.",
    )


def variant_name(question: Question) -> str:
    """Return the name of all questions that are called so and take the same answers."""
    return f"{question.id} {telling(question)}"


def telling(question: Question) -> str:
    """Return what decides which answers fit, as text: not the words that readers see."""
    settings = [
        (name, name in ("none", "if_empty") or value)
        for name, value in sorted(question.settings.items())
        if name not in ("options", "unit")
    ]
    return f"{question.kind} {sorted(options_of(question))} {settings}"


def _report_imprecise(node: Node, question: Question) -> None:
    step = str(question.settings.get("step", "1"))
    if (
        len(step) > MOST_DECIMALS
        and kind_of(question).type == "number"
        and len(step.partition(".")[2]) > MOST_DECIMALS
    ):
        raise Refusal(
            "undecided-question",
            node,
            f"`{question.id}` counts in steps of {step}, finer than the numbers that can be read",
            "Take a step with six decimals at most.",
        )
