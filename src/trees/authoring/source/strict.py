"""PyYAML's parser in Python, as strict as the one in C.

Boundary: the one thing within braces and brackets that libyaml refuses and PyYAML reads: a key with
its colon glued to what follows, as in ``{verdict:[wait]}``. Browsers have the parser in Python
alone, and the playground must not pass what the command refuses.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.scanner import ScannerError

#: What libyaml lets no colon stand before, within braces and brackets.
GLUED = tuple(",[]{}")


class StrictLoader(yaml.SafeLoader):
    """PyYAML's safe loader without what libyaml refuses."""

    def scan_plain(self) -> Any:
        """Return the token of a text without quotes; raise an error where its colon is glued."""
        start = self.get_mark()
        token = super().scan_plain()
        if self.flow_level and self.peek() == ":" and self.peek(1) in GLUED:
            raise ScannerError(
                "while scanning a plain scalar", start, "found unexpected ':'", self.get_mark()
            )
        return token
