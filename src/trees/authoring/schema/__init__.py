"""The format as data: which keys stand where, and what may stand under them.

Boundary: ``shapes.py`` and ``scalars.py`` read nodes, ``format.py`` declares the format with
them. Nothing here knows what a tree means.
"""
