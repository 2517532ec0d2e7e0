"""Findings and proposals as the Language Server Protocol has them.

Boundary: values in, messages out.
"""

from __future__ import annotations

from lsprotocol import types as lsp

from trees.authoring.findings import Edit, Finding, Span
from trees.authoring.rules.base import page_of

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
        code_description=lsp.CodeDescription(page_of(finding.code)),
        source="trees",
    )


def action(finding: Finding, edit: Edit, uri: str, positions: Positions) -> lsp.CodeAction:
    """Return the mend of a finding."""
    change = lsp.TextEdit(positions.range(edit.span), edit.text)
    return lsp.CodeAction(
        title=finding.hint or f"Mend: {finding.message}",
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(finding, positions)],
        edit=lsp.WorkspaceEdit({uri: [change]}),
        is_preferred=True,
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
        detail=proposal.about.partition("\n")[0].replace("**", ""),
        documentation=lsp.MarkupContent(lsp.MarkupKind.Markdown, proposal.about),
        filter_text=proposal.word,
        text_edit=lsp.TextEdit(positions.range(span), proposal.word),
    )
