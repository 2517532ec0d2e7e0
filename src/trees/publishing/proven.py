"""The line below a tree that says what has been proven of it.

Boundary: a certificate in, words out. What they mean is explained on a page that the site names.
"""

from __future__ import annotations

from dataclasses import dataclass

from trees.authoring.proof.certificate import Certificate

from .sayings import counted, number_words
from .words import Words

#: From here on only the power of ten is said: nobody reads more digits.
MANY = 10**15
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Proven:
    """What has been proven, in one sentence, and where that is explained (empty: nowhere)."""

    words: str
    href: str = ""


def proven_words(certificate: Certificate, words: Words) -> str:
    """Return the sentence of a certificate: ways, questions, until when."""
    return words["proven"].format(
        year=certificate.period.last.year,
        ways=_ways(certificate.ways, words),
        questions=_questions(certificate, words),
    )


def _ways(ways: int, words: Words) -> str:
    count = number_words(ways, words) if ways < MANY else _more_than(ways, words)
    return counted(words, "proven-ways", ways, ways=count)


def _more_than(number: int, words: Words) -> str:
    """Return the largest power of ten that is not above a number, which may be very large."""
    power = (number.bit_length() - 1) * 30102 // 100_000
    while 10 ** (power + 1) <= number:
        power += 1
    return words["proven-many"].format(power=str(power).translate(RAISED))


def _questions(certificate: Certificate, words: Words) -> str:
    least, most = certificate.least, certificate.most
    said = {"least": number_words(least, words), "most": number_words(most, words)}
    if least != most:
        return words["proven-questions"].format(**said)
    return counted(words, "proven-same", most, **said)
