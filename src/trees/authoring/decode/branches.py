"""Branches: where each question goes on, in the order in which the engine tries them.

Boundary: an option's own ``go`` comes first, then the question's ``then`` or ``go``.
"""

from __future__ import annotations

from collections.abc import Iterator

from trees.engine.tree import Expression

from ..drafts import BranchDraft, QuestionDraft
from ..findings import Finding
from ..language.conditions import compile_condition
from ..language.names import Names
from ..language.words import Speaker, last_branch, sentence
from ..rules import after_otherwise
from ..schema.shapes import Fields
from .questions import YES_NO, Asked

#: Keys under which ways stand.
WAYS = frozenset(("go", "then", "options", *YES_NO))


class Branches:
    """Makes the branches of every question of one tree."""

    def __init__(self, names: Names, short_names: dict[str, str], findings: list[Finding]) -> None:
        """Hold what conditions may speak of, and how sentences speak of it."""
        self.names = names
        self.short_names = short_names
        self.findings = findings

    def question(self, asked: Asked) -> QuestionDraft:
        """Return a question with its branches."""
        options = list(self._of_options(asked))
        rest, whole = self._rest(asked, options)
        fields = asked.fields
        ways = fields.entries.get("then") or fields.entries.get("go")
        return QuestionDraft(
            key=asked.key,
            question=asked.question,
            hint=fields.text("hint"),
            name=fields.text("name"),
            options=asked.options,
            option_keys={name: key for name, (key, _) in asked.option_fields.items()},
            branches=(*options, *rest),
            ways_key=ways.key if ways else None,
            whole=whole and _options_whole(asked),
            settled=asked.settled,
        )

    def _of_options(self, asked: Asked) -> Iterator[BranchDraft]:
        """The branches of options that have a `go` of their own, and of `yes` and `no`."""
        if asked.option_fields:
            held = ((name, option) for name, (_, option) in asked.option_fields.items() if option)
            gos = [(name, option.get("go")) for name, option in held]
        else:
            gos = [(name, asked.fields.get(name)) for name in YES_NO]
        answer = ["answer", asked.key.value]
        for name, go in gos:
            if go and name in asked.options:
                when: Expression = ["==", answer, ["text", name]]
                yield BranchDraft(go, when, say=asked.options[name].label, option=name)

    def _rest(self, asked: Asked, options: list[BranchDraft]) -> tuple[list[BranchDraft], bool]:
        """Return the branches of all other answers, and whether all of them could be read."""
        then, go = asked.fields.get("then"), asked.fields.get("go")
        if not then and not go:
            return [], True
        speaker = Speaker(self.names.questions, self.short_names, asked.key.value)
        words = _Words(speaker, [branch.when for branch in options if branch.when])
        if then is None:
            return [BranchDraft(go, say=words.after(None))], True
        drafts = [self._branch(fields, words) for fields in then]
        self._report_after_otherwise(then)
        return [draft for draft in drafts if draft], None not in drafts

    def _branch(self, fields: Fields | None, words: _Words) -> BranchDraft | None:
        if fields is None:
            return None
        say = sentence(fields.text("say"))
        otherwise = fields.get("otherwise")
        if otherwise:
            return BranchDraft(otherwise, say=say or words.after(None))
        condition, go = fields.get("if"), fields.get("go")
        when = compile_condition(condition.node, self.names, self.findings) if condition else None
        if not go or not when:
            return None
        said = words.after(when)
        return BranchDraft(go, when, condition, say or said, aloud=bool(say))

    def _report_after_otherwise(self, then: list[Fields | None]) -> None:
        ended = False
        for fields in then:
            if fields and ended:
                self.findings.append(after_otherwise.found(fields.span))
            ended = ended or bool(fields and "otherwise" in fields.entries)


class _Words:
    """Says the branches of one question, one after the other."""

    def __init__(self, speaker: Speaker, earlier: list[Expression]) -> None:
        self.speaker = speaker
        self.earlier = earlier

    def after(self, when: Expression | None) -> str:
        """Return the next branch in words; without a condition it is all that is left."""
        if when is None:
            return last_branch(self.speaker, self.earlier)
        self.earlier.append(when)
        return self.speaker.say(when)


def _options_whole(asked: Asked) -> bool:
    """Whether every way of an option could be read."""
    fields, options = asked.fields, asked.option_fields.values()
    if options and not YES_NO.keys().isdisjoint(fields.entries):
        return False
    return fields.broken.isdisjoint(WAYS) and not any(
        option is None or "go" in option.broken for _, option in options
    )
