"""`trees prove`: the certificate of each tree, or what stands against it.

Boundary: chooses the trees and prints; the proving is authoring's.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.project import load
from trees.authoring.proof.certificate import Certificate
from trees.authoring.report_formats import flat
from trees.authoring.report_text import render
from trees.authoring.rules import undecided_continuation

from .usage import DEFAULT_FOLDER, UsageError, add_period, folder_of, period_of


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("prove", help="prove trees over all answers and all days")
    parser.add_argument("trees", nargs="*", metavar="TREE", help="names of trees; all, if none")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_period(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prove the trees; 0 when all are proven, else 1."""
    folder = _folder(arguments)
    project = load(folder, Path(), period=period_of(arguments))
    wanted = [_name(tree) for tree in arguments.trees]
    findings = [*_errors(project, folder, wanted), *_unfinished(project, wanted)]
    proven = [name for name in wanted or project.certificates if name in project.certificates]
    certificates = [project.certificates[name] for name in proven]
    if arguments.format == "json":
        print(json.dumps(_json(certificates, findings), indent=2, ensure_ascii=False))
    else:
        _print(project, certificates, findings)
    return 1 if findings else 0


def _folder(arguments: argparse.Namespace) -> Path:
    """Return the content folder: that of the files named, if any are."""
    files = [Path(tree) for tree in arguments.trees if len(Path(tree).parts) > 1]
    folders = {folder_of(file) for file in files} or {folder_of(arguments.folder)}
    if len(folders) > 1:
        raise UsageError("the files lie in several folders; prove one folder at a time")
    return folders.pop()


def _name(tree: str) -> str:
    return Path(tree).stem if tree.endswith(".yaml") else tree


def _errors(project: Project, folder: Path, wanted: list[str]) -> list[Finding]:
    """Return the errors of the trees that are wanted, those of the proof among them."""
    broken = {Path(path).stem: errors for path, errors in project.broken.items()}
    for name in wanted:
        if name not in project.documents and name not in broken:
            known = ", ".join(sorted(project.documents)) or "none"
            raise UsageError(f"there is no tree {name} in {folder}; there are: {known}")
    return [finding for name in wanted or broken for finding in broken.get(name, ())]


def _unfinished(project: Project, wanted: list[str]) -> Iterator[Finding]:
    """Return the trees without errors that go on in others that have some."""
    for name in wanted or project.documents:
        document = project.documents.get(name)
        if document and name not in project.certificates:
            yield undecided_continuation.found(document.spans["title",], name)


def _print(project: Project, certificates: list[Certificate], findings: list[Finding]) -> None:
    for certificate in certificates:
        print("\n".join(_lines(certificate)), end="\n\n")
    if findings:
        print(render(findings, project.texts, color=sys.stdout.isatty()))
    found = _count(len(findings), "finding")
    print(f"{_count(len(certificates), 'tree')} proven, {found}", file=sys.stderr)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _lines(one: Certificate) -> Iterator[str]:
    others = ", ".join(one.trees[1:])
    yield f"{one.tree}: proven{f', with {others}' if others else ''}"
    yield f"  days       every day from {one.period.first} to {one.period.last}"
    yield f"  nodes      {_count(one.questions, 'question')}, {_count(one.outcomes, 'outcome')}"
    yield f"  ways       {one.ways:,}"
    yield f"  questions  {one.least} at least, {float(one.mean):.2f} on average, {one.most} at most"
    yield f"  digest     sha256:{one.digest}"
    yield "  shortest ways"
    for (tree, node), witness in one.shortest.items():
        where = node if tree == one.tree else f"tree:{tree}/{node}"
        answers = json.dumps(dict(witness.answers), ensure_ascii=False)
        yield f"    {where}: {answers} on {witness.today}"


def _json(certificates: list[Certificate], findings: list[Finding]) -> dict[str, Any]:
    return {
        "proven": [_certificate_json(one) for one in certificates],
        "findings": [flat(finding) for finding in findings],
    }


def _certificate_json(one: Certificate) -> dict[str, Any]:
    return {
        "tree": one.tree,
        "trees": list(one.trees),
        "days": {"from": one.period.first.isoformat(), "until": one.period.last.isoformat()},
        "digest": f"sha256:{one.digest}",
        "nodes": {"questions": one.questions, "outcomes": one.outcomes},
        # As text, because readers of JSON round numbers that are this large.
        "ways": str(one.ways),
        "questions": {"least": one.least, "mean": f"{float(one.mean):.2f}", "most": one.most},
        "shortest": [
            {"tree": tree, "outcome": node, "today": way.today, "answers": dict(way.answers)}
            for (tree, node), way in one.shortest.items()
        ],
    }
