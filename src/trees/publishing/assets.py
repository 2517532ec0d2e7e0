"""The files that pages load: compiled trees, style sheets, the element, the runtime, icons.

Boundary: paths and bytes as values. Every path that pages name carries a hash of what lies there,
so that a browser may keep a file for ever and two builds of one input are the same. The modules of
pages import each other by name, so they lie together in one folder that carries the hash of all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from trees.authoring.schema.json_schema import schemas
from trees.engine.tree import Tree
from trees.engine.wire import to_json

ROOT = PurePosixPath("assets")
BROWSER = Path(__file__).parents[1] / "browser"
BUNDLE, PARTS, PAGES = "_bundle", "_parts", "pages"
#: What is no module or look of a tree's page: the runtime, and what single files, the finder or the
#: playground have for themselves.
APART = frozenset({BUNDLE, "code", "file", "_file", "finder", PARTS, "playground", "_playground"})
MANIFEST = "manifest.json"
#: How the builder of the bundle names a file that it is still writing.
UNFINISHED = ".new"
#: The modules that pages load, and the one that they start as a worker.
ELEMENT = "element/index.js"
#: What runs before a tree's page is whole; there only once it has been put together.
OPENING = "opening.js"
#: What is fetched later, when a page has need of it: of a desk only where no worker can be had.
LATER = ("opening", "offline/", "map/", "element/packet/", "_code/", "desk.js")
OFFLINE = "offline/page.js"
SERVICE = "offline/service.js"
LEAVE = "offline/leave.js"
#: What is served as it stands in git, or has been put together apart: what draws codes.
ALONE = (LEAVE, "_code/")
STYLE = "decision-tree.css"
WORKER = "worker.js"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site: its path from the site's root, and what it holds."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Download:
    """A file that pages offer to save: its path from the site's root, and its size in bytes."""

    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the engine is started from: paths from the site's root, and the hash of all of it.

    ``scripts`` is a folder; ``abi`` is what the runtime wants to hear about packages.
    """

    abi: str
    hash: str
    scripts: str
    wasm: str
    library: str
    engine: str


@dataclass(frozen=True, slots=True)
class Browser:
    """What stands around the engine in the browser; a path is empty where the file is missing."""

    assets: tuple[Asset, ...] = ()
    styles: tuple[str, ...] = ()
    element: str = ""
    worker: str = ""
    bundle: Bundle | None = None
    #: The script that stands before a tree.
    opening: str = ""
    #: Every module of the element and its worker, none of the runtime.
    modules: tuple[str, ...] = ()
    #: What keeps the site on the device: a module of every page, and one of the service worker.
    offline: str = ""
    service: str = ""
    #: The service worker that removes itself, as it stands in git.
    leave: bytes = b""
    #: Pictures for the home screen.
    icons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Folder:
    files: Mapping[PurePosixPath, bytes] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        whole = sha256()
        for path, content in sorted(self.files.items()):
            whole.update(f"{path}\0{len(content)}\0".encode() + content)
        return whole.hexdigest()[:12]


def compiled(tree: Tree) -> Asset:
    """Return a compiled tree as the file that the engine loads."""
    content = compact(to_json(tree)).encode()
    return Asset(f"{ROOT}/trees/{tree.id}-{sha256(content).hexdigest()[:12]}.json", content)


def described(prefix: str) -> tuple[Asset, ...]:
    """Return the format as JSON Schema, at addresses that stay: files of trees name them."""
    return tuple(
        Asset(str(PurePosixPath(prefix) / name), json.dumps(schema, indent=2).encode())
        for name, schema in schemas().items()
    )


def compact(data: object) -> str:
    """Write JSON without spaces, in the order given: the order of options has a meaning."""
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def browser(folder: Path = BROWSER) -> Browser:
    """Collect the element, the worker, the style sheets and the runtime bundle."""
    modules, styles = _modules(folder), _styles(folder)
    bundle, icons = _read(folder / BUNDLE, "*"), _read(folder / "icons", "*.png")
    base = {
        "modules": ROOT / f"element-{modules.digest}",
        "styles": ROOT / f"styles-{styles.digest}",
        "bundle": ROOT / f"runtime-{bundle.digest}",
        "icons": ROOT / f"icons-{icons.digest}",
    }
    contents = {"modules": modules, "styles": styles, "bundle": bundle, "icons": icons}
    return Browser(
        assets=tuple(
            Asset(str(base[part] / path), content)
            for part, read in contents.items()
            for path, content in sorted(read.files.items())
        ),
        styles=tuple(str(base["styles"] / path) for path in sorted(styles.files)),
        element=_there(base["modules"], ELEMENT, modules),
        worker=_there(base["modules"], WORKER, modules),
        opening=_there(base["modules"], OPENING, modules),
        bundle=_bundle(base["bundle"], bundle),
        modules=tuple(
            str(base["modules"] / path)
            for path in sorted(modules.files)
            if not path.as_posix().startswith(LATER)
        ),
        offline=_there(base["modules"], OFFLINE, modules),
        service=_there(base["modules"], SERVICE, modules),
        leave=modules.files.get(PurePosixPath(LEAVE), b""),
        icons=tuple(str(base["icons"] / path) for path in sorted(icons.files)),
    )


def _modules(folder: Path) -> _Folder:
    """Read the modules: those that were put together, and of the others what they leave alone."""
    read, whole = _read(folder, "*.js"), folder / PARTS / WORKER
    if not whole.is_file():
        return read
    alone = {at: text for at, text in read.files.items() if at.as_posix().startswith(ALONE)}
    pages = _read(folder / PARTS / PAGES, "*.js")
    return _Folder({**alone, **pages.files, PurePosixPath(WORKER): whole.read_bytes()})


def _bundle(root: PurePosixPath, folder: _Folder) -> Bundle | None:
    """Return what the builder's manifest says; None where no bundle has been built."""
    manifest = folder.files.get(PurePosixPath(MANIFEST))
    if manifest is None:
        return None
    said = json.loads(manifest)
    paths = {name: f"{root}/{said[name]}" for name in ("scripts", "wasm", "library", "engine")}
    return Bundle(abi=said["abi"], hash=said["hash"], **paths)


def _styles(folder: Path) -> _Folder:
    """Read the style sheet that was put together, or join what it is made of: one request."""
    built, written = folder / PARTS / STYLE, sorted(_read(folder, "*.css").files.items())
    whole = built.read_bytes() if built.is_file() else b"\n".join(text for _, text in written)
    return _Folder({PurePosixPath(STYLE): whole} if whole else {})


def _there(root: PurePosixPath, path: str, folder: _Folder) -> str:
    return str(root / path) if PurePosixPath(path) in folder.files else ""


def _read(folder: Path, pattern: str) -> _Folder:
    """Read a folder's files, but those within it that have a turn of their own."""
    found = {
        PurePosixPath(path.relative_to(folder).as_posix()): path
        for path in folder.rglob(pattern)
        if path.is_file() and path.suffix != UNFINISHED
    }
    return _Folder(
        {at: path.read_bytes() for at, path in found.items() if at.parts[0] not in APART}
    )
