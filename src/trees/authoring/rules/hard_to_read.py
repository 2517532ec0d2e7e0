"""A text is hard to read.

Readers are worried and on a phone, and those whom they write to read on the side. Measured is
reading ease, in texts and messages of twelve words or more: the fewer words a sentence has on
average, and the fewer syllables a word, the higher the figure.

| language | formula | plain from |
|---|---|---|
| English, by Flesch (1948) | 206.835 − 1.015 × words − 84.6 × syllables | 60 |
| Spanish, by Szigriszt Pazos (1993) | 206.835 − words − 62.3 × syllables | 55 |
| Portuguese, by Martins and others (1996) | 248.835 − 1.015 × words − 84.6 × syllables | 50 |

The figures of two languages cannot be compared, but their bounds stand for the same reader: one who
went to school for eight or nine years. For Spanish it is that of the INFLESZ scale. Texts in other
languages are not judged.

Bad: `Notwithstanding the aforementioned considerations, reimbursement procedures occasionally
necessitate supplementary verification.`

Good: `A refund can take longer. Sometimes AliExpress has to check it first.`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..reading.ease import ease
from .base import make

if TYPE_CHECKING:
    from ..style import Guide


def check(guide: Guide) -> Iterator[Finding]:
    """Report texts that are hard to read."""
    formula = guide.language.formula
    for where, said in guide.prose:
        figure = ease(said, formula)
        if figure is not None and figure < formula.plain:
            yield make(
                __name__,
                guide.span(*where),
                f"This text is hard to read: its reading ease ({formula.name}) is {figure:.0f},"
                f" less than {formula.plain}",
                "Make shorter sentences, and take shorter words.",
                "advice",
            )
