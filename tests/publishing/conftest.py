"""What the tests of pages share: the example project, sites made of it, and a reader of HTML."""

from __future__ import annotations

import sys
from pathlib import Path

# The example lies beside the tests; with importlib's import mode no folder is on the path.
sys.path.insert(0, str(Path(__file__).parent))
