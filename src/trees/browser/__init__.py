"""What stands around the engine in the reader's browser, and the builder of its runtime.

Boundary: ``element/`` and the style sheet are served as they stand here, ``worker.js`` with all
that it imports; the Python modules build ``_bundle/``. Nothing here knows YAML, Markdown or MkDocs.
"""
