"""`python -m trees.cli`: the command where it is not on the path.

Boundary: nothing but the call.
"""

from . import command

command()
