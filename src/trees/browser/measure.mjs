// Plays the engine on stock Pyodide under Node and prints which files of its standard library were
// used, as JSON. Called by standard_library.py: node measure.mjs PACKAGE ENGINE_ZIP
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder, engine] = process.argv;
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: `${folder}/`, env: { HOME: "/tmp" } });
pyodide.FS.writeFile("/engine.zip", await readFile(engine));

const PLAY = `
import sys
sys.path.insert(0, "/engine.zip")
import json
from trees.engine.service import Service

def question(kind, settings, *branches):
    return {"kind": kind, "ask": "?", "settings": settings, "uses": ["when", "who", "today", "due"],
            "branches": [{"when": when, "go": go} for when, go in branches]}

TREE = {"format": 1, "reader": 1, "id": "all", "title": "All", "start": "who", "questions": {
    "who": question("choice", {"options": {"a": "A"}}, (["==", ["answer", "who"], ["text", "a"]], "which")),
    "which": question("several", {"options": {"a": "A", "b": "B"}, "none": "None"},
                      (["has", ["answer", "which"], ["text", "a"]], "much")),
    "much": question("number", {"unit": "EUR", "step": "0.01", "max": "100"},
                     ([">=", ["answer", "much"], ["number", "1.5"]], "when")),
    "when": question("date", {"latest": ["today", 0]},
                     ([">", ["business_days_since", ["answer", "when"]], ["number", "2"]], "told")),
    "told": question("text", {}, (None, "end"))},
    "outcomes": {"end": {"verdict": "wait", "title": "End", "uses": ["due", "much", "share"]}},
    "values": {"due": {"is": ["add_business_days", ["answer", "when"], ["number", "20"]], "unit": ""},
               "share": {"is": ["/", ["answer", "much"], ["number", "3"]], "unit": "EUR"}}}
RAW = ["a", ["a", "b"], {"number": "1.234,56"}, {"number": "20,5"}, {"day": "31", "month": "2", "year": "2026"},
       {"day": "2", "month": "3", "year": "2026"}, "", "Sample"]

service = Service()
service.load(json.dumps(TREE))
state = {"tree": "all", "answers": {}, "at": ""}
for raw in RAW:
    told = json.loads(service.handle(json.dumps({"do": "answer", "state": state, "today": "2026-03-23", "raw": raw})))
    state = told["view"]["state"]
assert told["view"]["here"]["node"] == "end", told
for do in ("show", "back", "change"):
    service.handle(json.dumps({"do": do, "state": state, "today": "2026-03-23", "question": "when"}))
service.handle(json.dumps({"do": "show", "state": {"tree": "elsewhere"}, "today": "2026-03-23"}))
assert "error" in json.loads(service.handle("{}"))
`;
const USED = `
import sys, json
PREFIX = next(path for path in sys.path if path.endswith(".zip") and "python" in path) + "/"
origins = [getattr(getattr(m, "__spec__", None), "origin", None) or getattr(m, "__file__", None)
           for m in list(sys.modules.values())]
json.dumps(sorted({o.removeprefix(PREFIX) for o in origins if o and o.startswith(PREFIX)}))
`;
pyodide.runPython(PLAY);
// An error must reach the page in words, so whatever Pyodide needs for that belongs to it.
try {
  pyodide.runPython("raise ValueError('measured')");
} catch (error) {
  String(error);
}
process.stdout.write(pyodide.runPython(USED));
