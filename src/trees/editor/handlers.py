"""What editors ask and tell: each message of the protocol, handed to the feature that answers it.

Boundary: unpacks and packs messages; nothing is worked out here.
"""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from .completion import proposals
from .definition import definitions
from .hover import told
from .mends import mends
from .messages import action, item
from .references import references
from .rename import Refusal, name_at, renamed
from .server import Server


def make(folder: Path) -> Server:
    """Return a server that is ready to start."""
    server = Server(folder)
    for add in (_add_typing, _add_names, _add_renaming, _add_mends, _add_words):
        add(server)
    return server


def start(folder: Path) -> None:
    """Serve an editor over standard input and output until it says goodbye."""
    make(folder).start_io()


def _add_typing(server: Server) -> None:
    """Add what is told of files."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        server.write(params.text_document.uri, params.text_document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.write(uri, server.workspace.get_text_document(uri).source)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        server.write(params.text_document.uri, None)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_files(params: lsp.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            found = server.desk(change.uri)
            if found:
                server.write(change.uri, found[0].typed.get(found[1]))


def _add_names(server: Server) -> None:
    """Add what follows names: go to, find."""

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> list[lsp.Location]:
        look = server.look(params.text_document.uri, params.position)
        return look.locations(definitions(look.index, look.path, look.place)) if look else []

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def find(params: lsp.ReferenceParams) -> list[lsp.Location]:
        look = server.look(params.text_document.uri, params.position)
        if look is None:
            return []
        every = params.context.include_declaration
        return look.locations(references(look.index, look.path, look.place, with_definition=every))


def _add_renaming(server: Server) -> None:
    """Add renaming, and the question whether it can be done."""

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        look = server.look(params.text_document.uri, params.position)
        mention = name_at(look.index, look.path, look.place) if look else None
        return look.positions.range(mention.span) if look and mention else None

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        look = server.look(params.text_document.uri, params.position)
        if look is None:
            return None
        try:
            spans = renamed(look.desk, look.index, look.path, look.place, params.new_name)
        except Refusal as refusal:
            raise JsonRpcException(str(refusal), lsp.LSPErrorCodes.RequestFailed) from None
        changes: dict[str, list[lsp.TextEdit]] = {}
        for span in spans:
            edit = lsp.TextEdit(look.positions.range(span), params.new_name)
            changes.setdefault(look.uri(span.path), []).append(edit)
        return lsp.WorkspaceEdit(changes)


def _add_mends(server: Server) -> None:
    """Add the mends of findings."""

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)
    def act(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        look = server.look(uri, params.range.start)
        if look is None:
            return []
        end = look.positions.place(look.path, params.range.end)
        findings = server.findings.get(look.desk.folder, ())
        return [
            action(finding, edit, uri, look.positions)
            for finding, edit in mends(findings, look.path, look.place, end)
        ]


def _add_words(server: Server) -> None:
    """Add what is told and proposed."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        look = server.look(params.text_document.uri, params.position)
        if look is None:
            return None
        findings = server.findings.get(look.desk.folder, ())
        found = told(look.index, findings, look.path, look.place)
        if found is None:
            return None
        content = lsp.MarkupContent(lsp.MarkupKind.Markdown, found.markdown)
        return lsp.Hover(content, look.positions.range(found.span))

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION,
        lsp.CompletionOptions(trigger_characters=["@", "{", ":", " ", "/"]),
    )
    def completion(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        look = server.look(params.text_document.uri, params.position)
        if look is None:
            return []
        found = proposals(look.desk, look.index, look.path, look.place)
        return [item(one, look.path, look.place, look.positions) for one in found]
