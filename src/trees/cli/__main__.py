"""`python -m trees.cli`: the command where it is not on the path.

Boundary: nothing but the call.
"""

import sys

from . import main

sys.exit(main())
