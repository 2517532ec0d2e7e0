"""An author at an editor: a real client that talks to a real `trees lsp` process."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path, to_fs_path

PATIENCE = 60


class Editor:
    """An editor with the server running beside it."""

    def __init__(self, *options: str) -> None:
        self.published: dict[Path, list[lsp.Diagnostic]] = {}
        self.loop = asyncio.new_event_loop()
        # A thread of its own: where a browser was driven before, this one already has a loop.
        self.thread = ThreadPoolExecutor(1)
        self.client = LanguageClient("tests", "1")
        self.news = asyncio.Event()
        self._listen()
        self.do(self._begin(options))

    def _listen(self) -> None:
        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: lsp.PublishDiagnosticsParams) -> None:
            self.published[Path(to_fs_path(params.uri) or "")] = list(params.diagnostics)
            self.news.set()

    async def _begin(self, options: tuple[str, ...]) -> None:
        await self.client.start_io(sys.executable, "-m", "trees.cli", "lsp", *options)
        about = lsp.InitializeParams(lsp.ClientCapabilities())
        self.hello = await self.client.initialize_async(about)
        self.client.initialized(lsp.InitializedParams())

    def do[T](self, asked: Coroutine[Any, Any, T]) -> T:
        """Let the loop run until an answer has come; it stands still between the answers."""
        answer = asyncio.wait_for(asked, PATIENCE)
        return self.thread.submit(self.loop.run_until_complete, answer).result()

    async def next_findings(self, file: Path) -> list[lsp.Diagnostic]:
        self.published.pop(file, None)
        while file not in self.published:
            self.news.clear()
            await self.news.wait()
        return self.published[file]

    def close(self) -> None:
        self.do(self.client.shutdown_async(None))
        self.client.exit(None)
        self.do(self.client.stop())
        self.loop.close()
        self.thread.shutdown()


class Author:
    """Opens files, types, and asks. Places are given as words: where ``after`` ends in a file."""

    def __init__(self, editor: Editor, folder: Path) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.versions = 0
        self.editor = editor
        self.client = editor.client
        self.do = editor.do

    def uri(self, name: str) -> str:
        return from_fs_path(str(self.folder / name)) or ""

    def open(self, name: str, text: str | None = None) -> Author:
        self.texts[name] = (self.folder / name).read_text("utf-8") if text is None else text
        item = lsp.TextDocumentItem(self.uri(name), "yaml", 1, self.texts[name])
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return self

    def type(self, name: str, old: str, new: str) -> Author:
        """Put ``new`` in place of the one ``old``."""
        assert self.texts[name].count(old) == 1, old
        self.texts[name] = self.texts[name].replace(old, new)
        self.versions += 1
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(self.versions, self.uri(name)),
                [lsp.TextDocumentContentChangeWholeDocument(self.texts[name])],
            )
        )
        return self

    def close(self, name: str) -> None:
        document = lsp.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))

    def findings(self, name: str) -> list[lsp.Diagnostic]:
        """Wait for what the server says of a file next."""
        return self.do(self.editor.next_findings(self.folder / name))

    def place(self, name: str, after: str) -> lsp.Position:
        """Return the end of the first ``after``, in UTF-16 as the protocol counts."""
        assert after in self.texts[name], after
        before = self.texts[name].partition(after)[0] + after
        line = before.rpartition("\n")[2]
        return lsp.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def _at(self, name: str, after: str) -> tuple[lsp.TextDocumentIdentifier, lsp.Position]:
        return lsp.TextDocumentIdentifier(self.uri(name)), self.place(name, after)

    def definition(self, name: str, after: str) -> list[str]:
        params = lsp.DefinitionParams(*self._at(name, after))
        return self._words(self.do(self.client.text_document_definition_async(params)))

    def references(self, name: str, after: str, *, every: bool = True) -> list[str]:
        context = lsp.ReferenceContext(include_declaration=every)
        params = lsp.ReferenceParams(context, *self._at(name, after))
        return self._words(self.do(self.client.text_document_references_async(params)))

    def hover(self, name: str, after: str) -> str:
        params = lsp.HoverParams(*self._at(name, after))
        found = self.do(self.client.text_document_hover_async(params))
        assert found is None or isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value if found else ""

    def proposals(self, name: str, after: str) -> dict[str, lsp.CompletionItem]:
        params = lsp.CompletionParams(*self._at(name, after))
        found = self.do(self.client.text_document_completion_async(params))
        return {item.label: item for item in found or ()}

    def mends(self, name: str, where: lsp.Range) -> list[lsp.CodeAction]:
        document = lsp.TextDocumentIdentifier(self.uri(name))
        params = lsp.CodeActionParams(document, where, lsp.CodeActionContext([]))
        found = self.do(self.client.text_document_code_action_async(params))
        return [one for one in found or () if isinstance(one, lsp.CodeAction)]

    def rename(self, name: str, after: str, new: str) -> dict[str, str]:
        """Return the texts of all files that a rename changes, as they would be then."""
        document, position = self._at(name, after)
        params = lsp.RenameParams(document, position, new)
        edit = self.do(self.client.text_document_rename_async(params))
        assert edit
        changed = {Path(uri).name: edits for uri, edits in (edit.changes or {}).items()}
        return {file: edited(self.text(file), edits) for file, edits in changed.items()}

    def text(self, name: str) -> str:
        return self.texts.get(name) or (self.folder / name).read_text("utf-8")

    def _words(self, found: Any) -> list[str]:
        """Return locations as `file:line word`."""
        return [f"{Path(at.uri).name}:{at.range.start.line + 1} {self.word(at)}" for at in found]

    def word(self, at: lsp.Location) -> str:
        line = self.text(Path(at.uri).name).split("\n")[at.range.start.line]
        return between(line, at.range.start.character, at.range.end.character)


def between(line: str, start: int, end: int) -> str:
    """Return a part of a line whose ends are counted in UTF-16."""
    return line.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le")


def edited(text: str, edits: Any) -> str:
    """Return a text after edits, none of which crosses a line."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: one.range.start.character, reverse=True):
        start, end = edit.range.start, edit.range.end
        assert start.line == end.line
        line = lines[start.line].encode("utf-16-le")
        head, tail = line[: start.character * 2], line[end.character * 2 :]
        lines[start.line] = head.decode("utf-16-le") + edit.new_text + tail.decode("utf-16-le")
    return "\n".join(lines)
