"""The behavioural diff: what a new version of the trees changes for readers.

Boundary: two checked projects in, a comparison out. Routing is compared on the proof's machinery:
both versions are walked at once over common cells (``common``, ``side``, ``walk``), so nothing is
sampled. Wording is compared text by text (``texts``).
"""
