"""`trees check --fix`: mends in files, or shown as a diff.

Boundary: reads and writes the files; which mend is right is authoring's to say.
"""

from __future__ import annotations

import codecs
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile

from trees.authoring.files import read_folder
from trees.authoring.mending import Mended, mended
from trees.authoring.report_text import visible
from trees.authoring.source import Limits

from .usage import UsageError


def fix(folders: Mapping[Path, list[Path]], today: date, *, show: bool) -> bool:
    """Mend the files of some folders; return whether the check should go on.

    With ``show``, the mends are printed as a diff and nothing is written; where there are any, that
    is the end.
    """
    shown = False
    for folder, files in folders.items():
        texts, unread = read_folder(folder, Path(), Limits())
        wanted = {file.resolve() for file in files}
        only = frozenset(path for path in texts if Path(path).resolve() in wanted)
        done = mended(texts, today, only, unread)
        if show:
            shown |= _show(texts, done)
        else:
            _write(texts, done)
    return not shown


def replace_text(path: Path, text: str) -> None:
    """Write a file that was read, whole or not at all; its line ends and mark stay as they were.

    Raises:
        OSError: it cannot be written.
    """
    file = path.resolve()
    before = file.read_bytes()
    if before.count(b"\r\n") * 2 > before.count(b"\n"):
        text = text.replace("\n", "\r\n")
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as new:
        new.write(mark + text.encode())
    shutil.copymode(file, new.name)
    Path(new.name).replace(file)


def _changed(texts: Mapping[str, str], done: Mended) -> Iterator[str]:
    return (path for path, text in done.texts.items() if text != texts[path])


def _show(texts: Mapping[str, str], done: Mended) -> bool:
    changed = list(_changed(texts, done))
    for path in changed:
        before, after = texts[path].splitlines(), done.texts[path].splitlines()
        lines = unified_diff(before, after, path, path, lineterm="")
        print("\n".join(map(visible, lines)))
    return bool(changed)


def _write(texts: Mapping[str, str], done: Mended) -> None:
    for path in _changed(texts, done):
        try:
            replace_text(Path(path), done.texts[path])
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from None
    for one in done.findings:
        place = f"{one.span.path}:{one.span.line}:{one.span.column}"
        print(f"mended {visible(place)} {one.code}: {visible(one.message)}", file=sys.stderr)
