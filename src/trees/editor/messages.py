"""Findings and proposals as the Language Server Protocol has them.

Boundary: values in, messages out.
"""

from __future__ import annotations

from lsprotocol import types as lsp

from trees.authoring.findings import Finding, Span

from .completion import Proposal
from .positions import Positions

KINDS = {
    "key": lsp.CompletionItemKind.Property,
    "node": lsp.CompletionItemKind.Reference,
    "tree": lsp.CompletionItemKind.File,
    "source": lsp.CompletionItemKind.Text,
    "word": lsp.CompletionItemKind.Keyword,
    "value": lsp.CompletionItemKind.Variable,
    "option": lsp.CompletionItemKind.EnumMember,
}

SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "advice": lsp.DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, positions: Positions) -> lsp.Diagnostic:
    """Return a finding: its message, and below it how to mend it."""
    return lsp.Diagnostic(
        range=positions.range(finding.span),
        message="\n".join(filter(None, (finding.message, finding.hint))),
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        source="trees",
    )


def item(
    proposal: Proposal, path: str, place: tuple[int, int], positions: Positions
) -> lsp.CompletionItem:
    """Return a proposal that replaces what has been typed of it."""
    line, column = place
    span = Span(path, line, proposal.from_column, line, column)
    return lsp.CompletionItem(
        label=proposal.word.removesuffix(": "),
        kind=KINDS[proposal.kind],
        detail=proposal.about,
        filter_text=proposal.word,
        text_edit=lsp.TextEdit(positions.range(span), proposal.word),
    )
