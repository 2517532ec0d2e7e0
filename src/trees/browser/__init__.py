"""What stands around the engine in the reader's browser, and the builder of its runtime.

Boundary: ``element/``, ``worker.js`` and the style sheet are served as they stand here; the Python
modules build ``_bundle/``. Nothing here knows YAML, Markdown or MkDocs.
"""
