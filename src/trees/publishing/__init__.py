"""From a proven tree to what readers get: pages, their data, and the MkDocs plugin.

Boundary: takes documents, hands out HTML and files as values. Only ``plugin/`` imports MkDocs;
nothing here reads YAML or decides where a way goes.
"""
