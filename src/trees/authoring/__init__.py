"""From YAML to a checked tree: positions, decoding, rules, scenarios.

Boundary: reads the content folder, reports findings as values, and hands out documents. Knows
nothing of pages, MkDocs or browsers.
"""
