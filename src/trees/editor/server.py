"""The language server: which files it looks after, and when it checks them.

Boundary: keeps what is typed and publishes findings; ``handlers.py`` answers what editors ask.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from trees.authoring.findings import Finding, Span

from .desk import Desk
from .index import Index
from .messages import diagnostic
from .positions import Positions

PACKAGE = "mkdocs-decision-trees"
#: How long an author must pause, in seconds, before their text is checked.
PAUSE = 0.15


class Server(LanguageServer):
    """A server for the content folders of one workspace; ``folder`` is where they lie in it."""

    def __init__(self, folder: Path) -> None:
        super().__init__("trees", version(PACKAGE), lsp.TextDocumentSyncKind.Full)
        self.content = folder
        self.desks: dict[Path, Desk] = {}
        self.findings: dict[Path, tuple[Finding, ...]] = {}
        self.waiting: dict[Path, asyncio.Task[None]] = {}

    def desk(self, uri: str) -> tuple[Desk, str] | None:
        """Return the folder that a file lies on, and its path there; None if it is no tree."""
        file = Path(to_fs_path(uri) or "")
        wanted = self.content.parts[-1:] if self.content.is_absolute() else self.content.parts
        if file.suffix != ".yaml" or file.parent.parts[-len(wanted) :] != wanted:
            return None
        desk = self.desks.setdefault(file.parent, Desk(file.parent))
        return desk, desk.path(file)

    def look(self, uri: str, position: lsp.Position) -> Look | None:
        """Return all that a feature needs to answer for a place."""
        found = self.desk(uri)
        if found is None:
            return None
        desk, path = found
        positions = Positions(self.workspace.position_codec, desk.texts())
        return Look(desk, desk.index(), path, positions, positions.place(path, position))

    def write(self, uri: str, text: str | None) -> None:
        """Take what is typed in a file (None: as saved), and check it when typing pauses."""
        found = self.desk(uri)
        if found is None:
            return
        desk, path = found
        desk.write(path, text)
        earlier = self.waiting.pop(desk.folder, None)
        if earlier:
            earlier.cancel()
        self.waiting[desk.folder] = asyncio.get_running_loop().create_task(self._check(desk))

    async def _check(self, desk: Desk) -> None:
        await asyncio.sleep(PAUSE)
        project = desk.check(date.today())  # noqa: DTZ011  the author's own day
        positions = Positions(self.workspace.position_codec, project.texts)
        before = self.findings.get(desk.folder, ())
        self.findings[desk.folder] = project.findings
        for path in sorted({one.span.path for one in (*before, *project.findings)}):
            mine = [one for one in project.findings if one.span.path == path]
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(
                    from_fs_path(str(desk.file(path))) or "",
                    [diagnostic(one, positions) for one in mine],
                )
            )


class Look:
    """A place in a file, and what is known around it."""

    def __init__(
        self, desk: Desk, index: Index, path: str, positions: Positions, place: tuple[int, int]
    ) -> None:
        self.desk = desk
        self.index = index
        self.path = path
        self.positions = positions
        self.place = place

    def locations(self, spans: Iterable[Span]) -> list[lsp.Location]:
        """Return places as the protocol has them."""
        return [lsp.Location(self.uri(span.path), self.positions.range(span)) for span in spans]

    def uri(self, path: str) -> str:
        """Return the address of a file."""
        return from_fs_path(str(self.desk.file(path))) or ""
