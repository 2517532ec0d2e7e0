"""How many syllables a word has, by the spelling of its language.

Boundary: a word in, a number out. Spanish and Portuguese spell their syllables out, so that their
rules hold but for a few words; English does not, so that its count is right on average.
"""

from __future__ import annotations

import re

#: Spanish: a ``u`` that is not heard, or sounds with the consonant before it.
_MUTE_U = re.compile(r"(?<=[gq])u(?=[eéií])|(?<=q)u")
#: A ``y`` before a vowel is a consonant; an ``h`` parts no vowels.
_SPANISH_GROUP = re.compile(r"(?:[aeiouáéíóúü]|y(?![aeiouáéíóú]))+")
_STRONG = re.compile(r"[aeoáéó]|(?<=[aeoáéó])[íú]|[íú](?=[aeoáéó])")
_SAME = re.compile(r"i[ií]|u[uú]")


def spanish(word: str) -> int:
    """Count by the rules of the Academy: strong vowels part, weak ones join, ``í`` and ``ú`` part.

    Source: Ortografía de la lengua española (RAE and ASALE, 2010), II.3.3, vowel sequences.
    """
    plain = _MUTE_U.sub("", word.casefold()).replace("h", "")
    groups = _SPANISH_GROUP.findall(plain)
    return max(1, sum(len(_STRONG.findall(one)) or 1 + len(_SAME.findall(one)) for one in groups))


#: Portuguese: the ``u`` of ``qu`` and ``gu`` before a vowel belongs to the consonant.
_JOINED_U = re.compile(r"(?<=[gq])u(?=[aeioáéíóâêôãõ])")
#: Two vowels at the end of a word that is stressed before them: ``história``, ``água``, ``óleo``.
_RISING_END = re.compile(r"(?<=[áéíóúâêô])([^aeiouáéíóúâêôãõ]+)[eiou]([aeo]s?)$")
_NASAL = re.compile(r"ã[oe]|õe")
#: A weak vowel closes the syllable of the one before, unless it has to bear a syllable of its own:
#: before ``nh``, and before ``l m n r z`` that close it.
_FALLING = re.compile(r"([aeoáéóâêô])[iu](?!nh|[lmnrz](?![aeiouáéíóúâêôãõ]))")
_WEAK = re.compile(r"ui(?!nh|[lmnrz](?![aeiouáéíóúâêôãõ]))|iu(?![lmnrz](?![aeiouáéíóúâêôãõ]))")
_PORTUGUESE_VOWEL = re.compile(r"[aeiouáéíóúâêôãõàü]")


def portuguese(word: str) -> int:
    """Count by the rules of school grammars: falling and nasal diphthongs join, all else parts.

    Source: E. Bechara, Moderna gramática portuguesa, on diphthongs, hiatus and syllables; words
    like ``história`` count as ending in a rising diphthong, as they are spoken.
    """
    plain = _JOINED_U.sub("", word.casefold().replace("y", "i"))
    if plain in ("ao", "aos"):
        return 1
    plain = _RISING_END.sub(r"\1\2", plain)
    for joined in (_NASAL, _FALLING, _WEAK):
        plain = joined.sub("a", plain)
    return max(1, len(_PORTUGUESE_VOWEL.findall(plain)))


#: English: an ``e`` that is written but not heard, at the end of a word or of its stem.
_SILENT_E = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ly|ments?|ful|less|ness|thing|body|one|times|ty)$)"
    r"|(?<=[^aeiouy])(?<![^aeiouy]l)e$"
    r"|(?<=[^aeiouycgsxz])(?<![cs]h)(?<![^aeiouy]l)es$"
    r"|(?<=[^aeiouydt])ed$"
)
_ENGLISH_GROUP = re.compile(r"[aeiouy]+")
#: Two vowels that are two syllables, but not where ``ti``, ``ci``, ``si`` and ``gi`` are hissed.
_PARTED = re.compile(
    r"(?<![tcsg])i[aou](?!u)|(?<=[tcsg])ia(?!n|l)|[uy]al|eo(?=[nr]?$|[gs])|ie[rt]|uy?er|[yoe]ing|[^gq]ua"
)


def english(word: str) -> int:
    """Count groups of vowels but for a silent ``e``; right for nine words of ten, and on average.

    Source: the usual rules, held against the CMU Pronouncing Dictionary.
    """
    plain = _SILENT_E.sub("", word.casefold()).replace("business", "busness")
    return max(1, len(_ENGLISH_GROUP.findall(plain)) + len(_PARTED.findall(plain)))
