"""Scenarios: stories with answers, replayed, and the ends that they must reach.

Boundary: every answer is read, but only stories of sound trees are replayed, since a tree that is
not proven could loop, and a story that fails in a broken tree says nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trees.engine.questions import Problem, kind_of, options_of
from trees.engine.session import EndlessWayError, MissingTreeError, State, Step, replay
from trees.engine.tree import Library, Outcome

from .document import Scenario
from .drafts import Draft, QuestionDraft, ScenarioDraft
from .facts import counts_days
from .findings import Finding
from .graph import Trees
from .rules import (
    scenario_bad_answer,
    scenario_ends_elsewhere,
    scenario_needs_today,
    scenario_unused_answer,
)
from .schema.shapes import Said
from .shows import canonical, check_shown

#: Stands in for today in stories that count no days, so that any day does.
ANY_DAY = date(2026, 1, 1)


def check_scenarios(
    trees: Trees, library: Library, findings: list[Finding]
) -> dict[str, tuple[Scenario, ...]]:
    """Return the scenarios of each tree, after reporting those that do not hold.

    Those of the trees in the library are replayed.
    """
    told: dict[str, tuple[Scenario, ...]] = {}
    for draft in trees.drafts.values():
        teller = _Teller(draft, trees, library, findings)
        told[draft.id] = tuple(teller.tell(scenario) for scenario in draft.scenarios)
    return told


class _Teller:
    """Tells the stories of one tree."""

    def __init__(
        self, draft: Draft, trees: Trees, library: Library, findings: list[Finding]
    ) -> None:
        self.draft = draft
        self.library = library
        self.trees = trees
        self.findings = findings
        after = [trees.drafts[name] for name in sorted(trees.after(draft.id))]
        unread = trees.leads_to_unread(draft.id)
        self.whole = all(one.whole for one in (draft, *after)) and not unread
        self.questions: dict[str, QuestionDraft] = {}
        for one in (draft, *after):
            for name, question in one.questions.items():
                self.questions.setdefault(name, question)

    def tell(self, scenario: ScenarioDraft) -> Scenario:
        """Return a scenario, replayed where that is possible."""
        before = len(self.findings)
        self._report_missing_today(scenario)
        answers = self._answers(scenario) if len(self.findings) == before else {}
        told = Scenario(
            story=scenario.story.value,
            answers=answers,
            ends=scenario.end(self.draft.id),
            today=scenario.today,
            span=scenario.story.node.span,
            shows={name: canonical(said.value) for name, (_, said) in scenario.shows.items()},
        )
        if len(self.findings) == before and self.draft.id in self.library:
            self._replay(scenario, told)
        return told

    def _report_missing_today(self, scenario: ScenarioDraft) -> None:
        if scenario.today:
            return
        for name in scenario.answers:
            question = self.questions.get(name)
            if question and _counts_from_today(question):
                span = scenario.story.node.span
                self.findings.append(scenario_needs_today.found(span, name))
                return

    def _answers(self, scenario: ScenarioDraft) -> dict[str, str]:
        answers: dict[str, str] = {}
        for name, (key, said) in scenario.answers.items():
            question = self.questions.get(name)
            if question is None:
                if self.whole:
                    self.findings.append(
                        scenario_bad_answer.question(key.span, name, self.questions)
                    )
            elif question.whole and question.settled:
                self._answer(name, question, said, scenario, answers)
        return answers

    def _answer(
        self,
        name: str,
        draft: QuestionDraft,
        said: Said | list[Said],
        scenario: ScenarioDraft,
        answers: dict[str, str],
    ) -> None:
        question = draft.question
        if isinstance(said, list) and kind_of(question).type != "options":
            key = scenario.answers[name][0]
            self.findings.append(scenario_bad_answer.listed(key.span, name))
            return
        raw = [one.value for one in said] if isinstance(said, list) else said.value
        taken = kind_of(question).accept(question, raw, scenario.today or ANY_DAY)
        if not isinstance(taken, Problem):
            answers[name] = taken
            return
        at, word = _at_fault(said, options_of(question))
        key = scenario.answers[name][0]
        self.findings.append(
            scenario_bad_answer.answer(
                at.node.span if at else key.span, name, word, taken, options_of(question)
            )
        )

    def _replay(self, scenario: ScenarioDraft, told: Scenario) -> None:
        state = State(self.draft.id, told.answers)
        try:
            step = replay(self.library, state, told.today or ANY_DAY)
        except (MissingTreeError, EndlessWayError):
            # The way goes through a tree that has findings of its own.
            return
        if isinstance(step.node, Outcome) and (step.tree.id, step.node.id) == told.ends:
            self._report_unused(scenario, step)
            self.findings.extend(check_shown(scenario, step))
        elif self._exists(told.ends):
            self._report_end(scenario, step)

    def _exists(self, end: tuple[str, str]) -> bool:
        """Whether there is such an outcome; where there is not, that has been reported."""
        draft = self.trees.drafts.get(end[0])
        return draft is not None and end[1] in draft.outcomes

    def _report_end(self, scenario: ScenarioDraft, step: Step) -> None:
        span, ends = scenario.ends.node.span, scenario.ends.value
        way = " → ".join(f"{entry.question.id}: {entry.answer}" for entry in step.trail)
        here = step.node.id if step.tree.id == self.draft.id else f"{step.tree.id}/{step.node.id}"
        if isinstance(step.node, Outcome):
            finding = scenario_ends_elsewhere.elsewhere(span, ends, here, way)
        else:
            finding = scenario_ends_elsewhere.stops(span, ends, here, way)
        self.findings.append(finding)

    def _report_unused(self, scenario: ScenarioDraft, step: Step) -> None:
        for name, (key, _) in scenario.answers.items():
            if name not in step.state.answers:
                self.findings.append(scenario_unused_answer.found(key.span, name))


def _counts_from_today(draft: QuestionDraft) -> bool:
    settings = draft.question.settings.values()
    if any(isinstance(value, list) and value[0] == "today" for value in settings):
        return True
    return any(branch.when and counts_days(branch.when) for branch in draft.branches)


def _at_fault(said: Said | list[Said], options: Mapping[str, str]) -> tuple[Said | None, str]:
    """Return the answer to point at: of several, the first that is no option."""
    if isinstance(said, Said):
        return said, str(said.value)
    wrong = next((one for one in said if one.value not in options), None)
    return (
        (wrong, wrong.value)
        if wrong
        else (said[0] if said else None, ", ".join(str(one.value) for one in said))
    )
