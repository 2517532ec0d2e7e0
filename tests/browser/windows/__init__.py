"""One window of a browser, the same for all that drives one.

Boundary: what a person does with a browser, and a look into the page; nothing of trees.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol

#: Finds the first element in view that a selector fits, of this text if one is given.
FIND = """([css, text]) => [...document.querySelectorAll(css)].find((found) =>
  found.checkVisibility({visibilityProperty: true})
  && (text === null || found.textContent.trim() === text)) ?? null"""


#: What a browser keeps for a site: as usual, in a private window, in too little room, or nothing.
type Storage = Literal["kept", "private", "full", "forbidden"]


class NotFound(Exception):
    """Nothing like it is in view."""


class NotNow(Exception):
    """The page is just being left for another."""


#: How long to wait before looking again, in seconds.
PAUSE = 0.05


class Window(Protocol):
    """A window of a browser that nobody has used before.

    ``denial`` is code that denies storage, for pages and workers, where no setting does.
    ``most_addresses`` is how many a page may safely write in ten seconds; 0 is any number.
    """

    denial: str
    most_addresses: int

    def another(self) -> Window:
        """Open another window of the same browser; it is closed with this one."""

    def go(self, address: str) -> None:
        """Open an address; return when the page is loaded."""

    def reload(self) -> None: ...

    def run(self, code: str, *given: Any) -> Any:
        """Call a function of the page's language, and return what it returns, awaited."""

    def click(self, css: str, text: str | None = None) -> None:
        """Click the first that is in view; raise NotFound if there is none."""

    def write(self, css: str, text: str) -> None:
        """Replace what stands in a box."""

    def press(self, keys: str) -> None:
        """Press keys together, such as ``Control+v``."""

    def pause(self) -> None:
        """Let some time pass."""

    def close(self) -> None: ...
