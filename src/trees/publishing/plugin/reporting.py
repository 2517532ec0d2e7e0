"""What the plugin says about trees while MkDocs builds.

Boundary: findings as text, and whether a build stops at them. A file's findings are rendered
together, since its lines are split once for all of them.
"""

from __future__ import annotations

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.report_text import render

from ..addresses import INDEX, folder_within
from ..broken import Broken, broken_files

log = get_plugin_logger("decision-trees")


def report(project: Project, *, serving: bool) -> None:
    """Stop a build at an error; while somebody edits, say it and go on, file by file."""
    errors = [one for one in project.findings if one.severity == "error"]
    if errors and not serving:
        shown = render(errors, project.texts)
        raise PluginError(f"The trees have mistakes ({len(errors)}).\n\n{shown}")
    by_file: dict[str, list[Finding]] = {}
    for finding in project.findings:
        by_file.setdefault(finding.span.path, []).append(finding)
    for found in by_file.values():
        log.warning("%s", render(found, project.texts))
    if INDEX in project.documents:
        _refuse_index(project.documents[INDEX].path, serving=serving)


def _refuse_index(path: str, *, serving: bool) -> None:
    said = f"{path}: the list of trees has the name '{INDEX}'. Give the tree another name."
    if not serving:
        raise PluginError(said)
    log.warning(said)


def shown_on_pages(project: Project, folder: str) -> tuple[dict[str, Broken], str]:
    """Return the errors of trees by tree, and those of other files, as pages show them."""
    shown = {path: render(found, project.texts) for path, found in project.broken.items()}
    return broken_files(shown, folder)


def prefix_of(path: str) -> str:
    """Return the option ``path`` as the folder that pages lie in; stop where it is none."""
    prefix = folder_within(path)
    if prefix is None:
        raise PluginError(
            f"The option 'path' of the plugin decision-trees is {path!r}. Name a folder within "
            "the site, such as 'trees' or 'help/trees': no '/' at its beginning, no '..', none "
            "of \\ : ? # % *. Leave it empty ('') for pages at the site's root."
        )
    return prefix
