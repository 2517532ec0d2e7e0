"""The list of all rules.

Boundary: a rule that is not listed here does not exist. Some look at one tree, some at all trees;
the others only word what is found while files are read or stories replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from ..findings import Finding
from ..graph import Trees
from ..subject import Subject
from . import (
    after_otherwise,
    always_holds,
    ask_without_question_mark,
    bad_bounds,
    bad_expression,
    bad_name,
    bad_said,
    bad_source,
    circular_value,
    claim_without_source,
    dead_end,
    duplicate_key,
    duplicate_name,
    empty_placeholder,
    endless_loop,
    hard_to_read,
    key_order,
    labels_alike,
    long_label,
    long_sentence,
    lost_citation,
    lost_gap,
    lost_link,
    lost_placeholder,
    markdown_not_shown,
    missing_key,
    missing_translation,
    missing_value,
    never_empty,
    never_holds,
    never_taken,
    no_answer_fits,
    no_branch_holds,
    no_next_step,
    no_otherwise,
    no_result,
    outcome_without_scenario,
    outcome_without_source,
    question_not_asked_yet,
    reserved_name,
    said_twice,
    scenario_bad_answer,
    scenario_ends_elsewhere,
    scenario_needs_today,
    scenario_shows_otherwise,
    scenario_unused_answer,
    shadowed_branch,
    shared_question_differs,
    silent_overlap,
    stale_source,
    stale_translation,
    too_deep,
    too_large,
    too_large_to_prove,
    too_many,
    two_questions,
    unclear_ways,
    undecided_continuation,
    undecided_question,
    undecided_value,
    unknown_key,
    unknown_kind,
    unknown_option,
    unknown_placeholder,
    unknown_question,
    unknown_source,
    unknown_target,
    unknown_translation,
    unknown_tree,
    unnoticed_change,
    unreachable_node,
    unreadable_file,
    unsafe_address,
    untold_branch,
    untold_option,
    unused_value,
    wrong_operand,
    wrong_type,
    yaml_anchor,
    yaml_documents,
    yaml_key,
    yaml_merge,
    yaml_syntax,
    yaml_tag,
)
from .base import code_of

#: Rules that only word what the decoders, the language and the stories find.
WORDING: tuple[ModuleType, ...] = (
    bad_bounds,
    bad_expression,
    bad_name,
    bad_source,
    circular_value,
    duplicate_key,
    duplicate_name,
    missing_key,
    never_empty,
    reserved_name,
    scenario_bad_answer,
    scenario_ends_elsewhere,
    scenario_needs_today,
    scenario_shows_otherwise,
    scenario_unused_answer,
    too_deep,
    too_large,
    unclear_ways,
    unknown_key,
    unknown_kind,
    unknown_option,
    unknown_question,
    unreadable_file,
    wrong_operand,
    wrong_type,
    yaml_anchor,
    yaml_documents,
    yaml_key,
    yaml_merge,
    yaml_syntax,
    yaml_tag,
)

#: Rules that look at one tree; each has a ``check`` of a subject.
OF_A_TREE: tuple[ModuleType, ...] = (
    after_otherwise,
    bad_said,
    dead_end,
    markdown_not_shown,
    never_taken,
    no_otherwise,
    no_result,
    outcome_without_source,
    too_many,
    unknown_placeholder,
    unknown_source,
    unknown_target,
    unknown_tree,
    unreachable_node,
    unsafe_address,
    unused_value,
)

#: Rules that look at all trees together; each has a ``check`` of the trees.
OF_ALL_TREES: tuple[ModuleType, ...] = (
    endless_loop,
    outcome_without_scenario,
    said_twice,
    shared_question_differs,
)

#: Rules that word what the proof finds or refuses; see trees/authoring/proof.
OF_THE_PROOF: tuple[ModuleType, ...] = (
    always_holds,
    empty_placeholder,
    missing_value,
    never_holds,
    no_answer_fits,
    no_branch_holds,
    question_not_asked_yet,
    shadowed_branch,
    silent_overlap,
    too_large_to_prove,
    undecided_continuation,
    undecided_question,
    undecided_value,
)

#: Rules that word what the stories miss; see trees/authoring/worth.
OF_THE_STORIES: tuple[ModuleType, ...] = (
    unnoticed_change,
    untold_branch,
    untold_option,
)

#: Rules that give advice on one sound tree; each has a ``check`` of a guide, see authoring/style.
OF_STYLE: tuple[ModuleType, ...] = (
    claim_without_source,
    key_order,
    no_next_step,
)

#: Rules that do the same, and look at nothing but words: they judge translations as well.
OF_WORDING: tuple[ModuleType, ...] = (
    ask_without_question_mark,
    hard_to_read,
    labels_alike,
    long_label,
    long_sentence,
    two_questions,
)

#: The one that looks at sources, on a day.
OF_SOURCES: tuple[ModuleType, ...] = (stale_source,)

#: Rules that word how translations differ from their originals; see trees/authoring/translation.
OF_TRANSLATIONS: tuple[ModuleType, ...] = (
    lost_citation,
    lost_gap,
    lost_link,
    lost_placeholder,
    missing_translation,
    stale_translation,
    unknown_translation,
)

EVERY = (
    WORDING,
    OF_A_TREE,
    OF_ALL_TREES,
    OF_THE_PROOF,
    OF_THE_STORIES,
    OF_STYLE,
    OF_WORDING,
    OF_SOURCES,
    OF_TRANSLATIONS,
)

RULES: dict[str, ModuleType] = {code_of(rule.__name__): rule for some in EVERY for rule in some}


def check_tree(subject: Subject) -> Iterator[Finding]:
    """Run every rule that looks at one tree."""
    for rule in OF_A_TREE:
        check: Callable[[Subject], Iterator[Finding]] = rule.check
        yield from check(subject)


def check_project(trees: Trees) -> Iterator[Finding]:
    """Run every rule that looks at all trees."""
    for rule in OF_ALL_TREES:
        check: Callable[[Trees], Iterator[Finding]] = rule.check
        yield from check(trees)
