"""A file, or an expression in it, is longer than any that people write.

The limits keep the check quick and safe, whatever a pull request holds. They are far above what
the largest guide needs: a file may hold a million characters, a condition a thousand. Split a tree
that reaches them into several, and let one go on in the other with `go: tree:name`.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def characters(span: Span, most: int) -> Finding:
    """Refuse a file that is too long."""
    return make(
        __name__, span, f"The file is longer than {most} characters", "Split it into several trees."
    )


def file(path: str, most: int) -> Finding:
    """Refuse a file that is too long to be read at all."""
    return characters(Span(path, 1, 1, 1, 1), most)


def expression(span: Span, most: int) -> Finding:
    """Refuse a condition or value that is too long."""
    return make(
        __name__,
        span,
        f"This is longer than {most} characters",
        "Split it: use several branches, or values that use other values.",
    )


def work(span: Span, name: str, most: int) -> Finding:
    """Refuse a value that takes too many steps to work out."""
    return make(
        __name__,
        span,
        f"The value `{name}` takes more than {most} steps to work out",
        "Values that use other values several times over grow fast. Make it simpler.",
    )
