"""The pages of the rules of the check, from the rules' own docstrings.

Boundary: Markdown out; the rules say everything, nothing is written twice. Pages lie at
``rules/<code>.md``, so that a finding's code leads to its page.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from trees.authoring import rules
from trees.authoring.rules.base import code_of

#: Modules of that folder that are no rules.
OTHERS = frozenset({"base", "registry"})


@dataclass(frozen=True, slots=True)
class RulePage:
    """A page: its path among the docs, its Markdown, and the file that its words stand in."""

    uri: str
    markdown: str
    source: Path


def pages() -> list[RulePage]:
    """Return the page of every rule, and the index that lists them."""
    names = [name for _, name, _ in iter_modules(rules.__path__) if name not in OTHERS]
    modules = [import_module(f"{rules.__name__}.{name}") for name in sorted(names)]
    told = {code_of(module.__name__): inspect.getdoc(module) or "" for module in modules}
    index = RulePage("rules/index.md", _index(told), Path(rules.__path__[0]) / "__init__.py")
    return [
        index,
        *(
            RulePage(f"rules/{code}.md", _page(code, text), Path(module.__file__ or ""))
            for module, (code, text) in zip(modules, told.items(), strict=True)
        ),
    ]


def _page(code: str, text: str) -> str:
    first, _, rest = text.partition("\n")
    return f"# {code}\n\n**{first}**\n{rest}\n\n[All rules](index.md)\n"


def _index(told: dict[str, str]) -> str:
    rows = [
        f"| [{code}]({code}.md) | {text.partition(chr(10))[0]} |" for code, text in told.items()
    ]
    return "\n".join(
        [
            "# What the check looks at",
            "",
            "`trees check` reports each mistake with a code. Each code has its page here.",
            "",
            "| code | what is wrong |",
            "|---|---|",
            *rows,
            "",
        ]
    )
