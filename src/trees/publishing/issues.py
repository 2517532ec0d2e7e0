"""Where readers can say whether a page has helped: a new issue beside the site's sources.

Boundary: the address of a repository in, what begins an issue there out; nothing where the host is
none that is known to fill in an issue from its address. What stands in it is the page's affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Issues:
    """The address that begins an issue, and the names of its parameters there."""

    host: str
    address: str
    title: str
    body: str


def issues_of(repository: str) -> Issues | None:
    """Return how an issue is begun beside a repository, if its host is known."""
    parts = urlsplit(repository)
    path = parts.path.strip("/").removesuffix(".git")
    if parts.scheme != "https" or path.count("/") < 1:
        return None
    match parts.netloc.lower():
        case "github.com" if path.count("/") == 1:
            return Issues("GitHub", f"https://github.com/{path}/issues/new", "title", "body")
        case "gitlab.com":
            address = f"https://gitlab.com/{path}/-/issues/new"
            return Issues("GitLab", address, "issue[title]", "issue[description]")
    return None
