"""The one place that says which runtime readers get, and from which bytes it is built.

Boundary: constants only. A new version of Pyodide changes package.json, its lock and this file;
``python -m trees.browser.runtime --measure`` then writes the list of modules anew.
"""

from __future__ import annotations

from collections.abc import Mapping

PYODIDE = "0.29.5"
#: Compiled modules load only in the Python that they were compiled for: host and runtime agree.
PYTHON = (3, 13)
#: What Pyodide's lock file of packages says of itself; no packages are used, but this is looked at.
ABI = "2025_0"

STANDARD_LIBRARY = "python_stdlib.zip"

#: SHA-256 of the files that are taken from the npm package ``pyodide``.
FILES: Mapping[str, str] = {
    "pyodide.asm.js": "356c42f69e1695397e9d8670bd3c2e678248cde76e18bdae1731e848537b47d7",
    "pyodide.asm.wasm": "54309a5a2cfd757b1f0fdbc9093c92503f7b341500110329d932487183912718",
    "pyodide.mjs": "510ca14305230018f50c40fb81be673afd68080e70ce7733fcce6600dd6a1714",
    STANDARD_LIBRARY: "831fd1e535084b972f87c6a35275de3d236efd5166f5e77ce89497710635e73c",
}
