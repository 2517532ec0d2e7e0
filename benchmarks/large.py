"""A generated tree of about a thousand nodes, all of them questions with a choice but the ends.

Boundary: YAML as text. It fans out and goes on through layers that are equally wide; each question
leads to three of the next layer, so that there are far more ways than nodes.
"""

from __future__ import annotations

WIDTH, DEPTH, ENDS = 40, 28, 9
HEAD = "title: A large tree\nsummary: It shows what a click costs.\nquestions:\n"
END = """  e{0}:
    verdict: wait
    title: This is the end with the number {0}
    reason: Nothing is left to ask, and nothing needs to be done.
"""
STORY = "  - story: The way to the end with the number {0}\n    answers: {{{1}}}\n    ends: e{0}\n"


def large_tree() -> str:
    """Return the tree."""
    layers = [min(3**layer, WIDTH) for layer in range(DEPTH)]
    return "".join(
        [
            HEAD,
            *(
                _question(layers, layer, at)
                for layer in range(DEPTH)
                for at in range(layers[layer])
            ),
            "outcomes:\n",
            *(END.format(end) for end in range(ENDS)),
            "scenarios:\n",
            *(STORY.format(end, _answers(layers, end)) for end in range(ENDS)),
        ]
    )


def _targets(layers: list[int], layer: int, at: int) -> list[tuple[int, int]]:
    """Return where the three options of a question lead, as layer and place."""
    if layer + 1 == len(layers):
        return [(layer + 1, (at + turn) % ENDS) for turn in range(3)]
    width = layers[layer + 1]
    grows = width > layers[layer]
    places = [3 * at + turn for turn in range(3)] if grows else [at, at + 1, at + 5]
    return [(layer + 1, place % width) for place in places]


def _name(layers: list[int], layer: int, at: int) -> str:
    return f"e{at}" if layer == len(layers) else f"q{layer}_{at}"


def _question(layers: list[int], layer: int, at: int) -> str:
    options = "".join(
        f"      {option}: {{label: Go on by way {option} from here, go: {_name(layers, *to)}}}\n"
        for option, to in zip("abc", _targets(layers, layer, at), strict=True)
    )
    ask = f"Which way do you take at the place {at} of the layer {layer}?"
    return f"  q{layer}_{at}:\n    ask: {ask}\n    options:\n{options}"


def _answers(layers: list[int], end: int) -> str:
    """Return the answers of one way to an end, found from the end backwards."""
    way, layer, at = [], len(layers), end
    while layer:
        at, option = next(
            (before, option)
            for before in range(layers[layer - 1])
            for option, to in zip("abc", _targets(layers, layer - 1, before), strict=True)
            if to == (layer, at)
        )
        layer -= 1
        way.append(f"q{layer}_{at}: {option}")
    return ", ".join(reversed(way))
