"""What rules of wording have to know of each language: one line for each.

Boundary: a table. A language that does not stand in it is not judged.

A figure of reading ease has a meaning on its own scale only, so each language has its own bound.
All of them stand for one reader, who went to school for eight or nine years: the foot of what
Flesch calls plain English (60, grades 8 and 9), of what the INFLESZ scale calls normal (55), and of
what Martins and others call easy, for up to the eighth grade (50).

Sources: R. Flesch, *A new readability yardstick*, Journal of Applied Psychology 32 (1948).
F. Szigriszt Pazos, *Sistemas predictivos de legibilidad del mensaje escrito*, thesis, Universidad
Complutense de Madrid (1993); the scale is that of I. M. Barrio-Cantalejo and others, *Validación de
la Escala INFLESZ*, Anales del Sistema Sanitario de Navarra 31 (2008). T. B. F. Martins and others,
*Readability formulas applied to textbooks in Brazilian Portuguese*, Notas do ICMC-USP 28 (1996).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .ease import Formula
from .syllables import english, portuguese, spanish

#: The language that trees are written in.
ORIGINAL = "en"


class Language(NamedTuple):
    """How ease is worked out, what stands before a question, and how a second one is joined on."""

    formula: Formula
    opens: str
    second: re.Pattern[str]


#: In English, a verb before its subject asks as well. Elsewhere only words that ask are certain:
#: in Spanish they bear an accent, in Portuguese those are left out that also join or compare.
_ENGLISH = re.compile(
    r"\b(?:and|or) (?:(?:who|what|when|where|why|how|which)\b"
    r"|(?:is|are|was|were|do|does|did|has|have|can|will)"
    r" (?:I|you|he|she|it|we|they|your|the|there|this)\b)",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"\b[yeou] (?:(?:a|de|en|por|con|desde) )?"
    r"(?:quién|quiénes|qué|cuándo|dónde|cómo|cuál|cuáles|cuánt[oa]s?)\b",
    re.IGNORECASE,
)
_PORTUGUESE = re.compile(
    r"\b(?:e|ou) (?:(?:a|de|em|com|desde) )?"
    r"(?:quem|o que|quando|onde|por que|qual|quais|quant[oa]s?)\b",
    re.IGNORECASE,
)

LANGUAGES = {
    "en": Language(Formula("Flesch", 60, 206.835, 1.015, 84.6, english), "", _ENGLISH),
    "es": Language(Formula("Szigriszt-Pazos", 55, 206.835, 1.0, 62.3, spanish), "¿", _SPANISH),
    "pt": Language(Formula("Martins", 50, 248.835, 1.015, 84.6, portuguese), "", _PORTUGUESE),
}


def language_of(tag: str) -> Language | None:
    """Return what is known of a language, whatever the country: ``pt-BR`` is ``pt``."""
    return LANGUAGES.get(tag.partition("-")[0])
