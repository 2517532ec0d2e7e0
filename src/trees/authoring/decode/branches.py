"""Branches: where each question goes on, in the order in which the engine tries them.

Boundary: an option's own ``go`` comes first, then the question's ``then`` or ``go``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..drafts import BranchDraft, QuestionDraft
from ..findings import Finding
from ..language.conditions import compile_condition
from ..language.names import Names
from ..language.words import Speaker, last_branch, sentence
from ..rules import after_otherwise
from ..schema.shapes import Fields
from .questions import YES_NO, Asked, settled


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
        rest, whole = self._rest(asked)
        keys = asked.fields.keys
        return QuestionDraft(
            key=asked.key,
            question=asked.question,
            hint=asked.fields.text("hint"),
            name=asked.fields.text("name"),
            options=asked.options,
            option_keys={name: key for name, (key, _) in asked.option_fields.items()},
            branches=tuple(self._with_words(asked, options, rest)),
            ways_key=keys.get("then") or keys.get("go"),
            whole=whole and self._options_whole(asked),
            settled=settled(asked),
        )

    def _of_options(self, asked: Asked) -> Iterator[BranchDraft]:
        """The branches of options that have a `go` of their own, and of `yes` and `no`."""
        gos = {
            name: option.get("go") for name, (_, option) in asked.option_fields.items() if option
        }
        if not asked.option_fields:
            gos = {name: asked.fields.get(name) for name in YES_NO}
        for name, go in gos.items():
            if go and name in asked.options:
                when = ["==", ["answer", asked.key.value], ["text", name]]
                yield BranchDraft(go, when, say=asked.options[name].label, option=name)

    def _options_whole(self, asked: Asked) -> bool:
        fields = asked.fields
        options = [option for _, option in asked.option_fields.values()]
        if asked.option_fields and YES_NO.keys() & fields.keys.keys():
            return False
        return not ({"go", "then", "options", *YES_NO} & fields.broken) and not any(
            option is None or "go" in option.broken for option in options
        )

    def _rest(self, asked: Asked) -> tuple[list[BranchDraft], bool]:
        then = asked.fields.get("then")
        if then is None:
            go = asked.fields.get("go")
            return ([BranchDraft(go)] if go else []), True
        drafts = [self._branch(fields) for fields in then]
        self._report_after_otherwise(then)
        return [draft for draft in drafts if draft], None not in drafts

    def _branch(self, fields: Fields | None) -> BranchDraft | None:
        if fields is None:
            return None
        say = sentence(fields.text("say"))
        otherwise = fields.get("otherwise")
        if otherwise:
            return BranchDraft(otherwise, say=say)
        condition, go = fields.get("if"), fields.get("go")
        when = compile_condition(condition.node, self.names, self.findings) if condition else None
        return BranchDraft(go, when, condition, say) if go and when else None

    def _report_after_otherwise(self, then: list[Fields | None]) -> None:
        ended = False
        for fields in then:
            if fields and ended:
                self.findings.append(after_otherwise.found(fields.span))
            ended = ended or bool(fields and "otherwise" in fields.keys)

    def _with_words(
        self, asked: Asked, options: list[BranchDraft], rest: list[BranchDraft]
    ) -> Iterator[BranchDraft]:
        speaker = Speaker(self.names.questions, self.short_names, asked.key.value)
        yield from options
        earlier = [branch.when for branch in options if branch.when]
        for branch in rest:
            said = speaker.say(branch.when) if branch.when else last_branch(speaker, earlier)
            yield BranchDraft(
                branch.target, branch.when, branch.condition, branch.say or said, branch.option
            )
            earlier += [branch.when] if branch.when else []
