"""`trees prove`: the certificate of each tree, or what stands against it.

Boundary: chooses the trees and prints; the proving is authoring's.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.project import load
from trees.authoring.proof.certificate import Certificate
from trees.authoring.proof.proofs import Proof, prove_project
from trees.authoring.report_text import render

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
    period = period_of(arguments)
    folder = _folder(arguments)
    project = load(folder, Path())
    wanted = [_name(tree) for tree in arguments.trees]
    faults = _unsound(project, folder, wanted)
    sound = [name for name in wanted or project.documents if name in project.documents]
    proof = prove_project(project, sound, period) if sound else Proof({}, ())
    findings = [*faults, *proof.findings]
    if arguments.format == "json":
        print(json.dumps(_json(proof, findings), indent=2, ensure_ascii=False))
    else:
        _print(project, proof, findings)
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


def _unsound(project: Project, folder: Path, wanted: list[str]) -> list[Finding]:
    """Return the errors of trees that cannot be proven because their files are not sound."""
    broken = {Path(path).stem: errors for path, errors in project.broken.items()}
    for name in wanted:
        if name not in project.documents and name not in broken:
            known = ", ".join(sorted(project.documents)) or "none"
            raise UsageError(f"there is no tree {name} in {folder}; there are: {known}")
    return [finding for name in wanted or broken for finding in broken.get(name, ())]


def _print(project: Project, proof: Proof, findings: list[Finding]) -> None:
    for certificate in proof.certificates.values():
        print("\n".join(_lines(certificate)), end="\n\n")
    if findings:
        print(render(findings, project.texts, color=sys.stdout.isatty()))
    found = _count(len(findings), "finding")
    print(f"{_count(len(proof.certificates), 'tree')} proven, {found}", file=sys.stderr)


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


def _json(proof: Proof, findings: list[Finding]) -> dict[str, Any]:
    return {
        "proven": [_certificate_json(one) for one in proof.certificates.values()],
        "findings": [asdict(finding) for finding in findings],
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
