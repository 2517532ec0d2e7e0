"""The editor's help: what stands under a cursor, and what could stand there.

Boundary: asks authoring for everything and knows nothing of the format. Each feature is a module
that takes a ``Desk`` and a place, and returns plain values; ``server.py``
and ``handlers.py`` speak the Language Server Protocol.
"""
