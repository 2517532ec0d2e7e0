// Checks and renders on stock Pyodide under Node, and prints which files of its standard library
// were used, as JSON. Called by standard_library.py: node measure.mjs PACKAGE ENGINE_ZIP CHECKER_ZIP
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { OPEN } from "./bench.js";

const [, , folder, engine, checker] = process.argv;
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env: { HOME: "/tmp" } });
pyodide.FS.writeFile("/engine.zip", await readFile(engine));
pyodide.FS.writeFile("/checker.zip", await readFile(checker));

const CHECK = `
import json

SOURCES = """
a:
  title: A
  publisher: B
  address: https://example.org/
  checked: 2026-03-23
  sure: official
"""
TREE = """
title: A
summary: B, and *c*.
questions:
  since:
    kind: date
    ask: Since when?
    latest: today
    then:
      - if: business_days_since(since) > 5
        go: old
      - otherwise: much
  much:
    kind: number
    unit: EUR
    ask: How much?
    name: much
    go: end
outcomes:
  old:
    verdict: wait
    title: Old
    reason: It is. [@a]
  end:
    verdict: wait
    title: End
    reason: See [there](https://example.org/a%20b), and [@a]. It is {much}.
"""
bench = Workbench(json.dumps({"trees/sources.yaml": SOURCES}))
ask = lambda **asked: json.loads(bench.handle(json.dumps(asked)))
for text in (TREE.replace("ask:", "aks:"), TREE.replace('title: A', 'title: "A'), "a: [1", "x", TREE):
    told = ask(do="check", path="trees/a.yaml", text=text)
assert told["checked"]["tree"] == "a", told
assert told["checked"]["certificate"], told
assert "example.org" in ask(do="page", tree="a")["page"]
`;
const USED = `
import sys
PREFIX = next(path for path in sys.path if path.endswith(".zip") and "python" in path) + "/"
origins = [getattr(getattr(m, "__spec__", None), "origin", None) or getattr(m, "__file__", None)
           for m in list(sys.modules.values())]
json.dumps(sorted({o.removeprefix(PREFIX) for o in origins if o and o.startswith(PREFIX)}))
`;
pyodide.runPython(`import sys; sys.path.insert(0, "/engine.zip")`);
pyodide.runPython(OPEN);
pyodide.runPython(CHECK);
process.stdout.write(pyodide.runPython(USED));
