"""What a web host or the line to it does badly, each as a function from one answer to another.

Boundary: answers only; site_server.py says for which paths, and sends what comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event


@dataclass(frozen=True)
class Answer:
    """What a server answers. ``share`` of the content is sent before the connection is closed."""

    status: int
    headers: dict[str, str]
    content: bytes
    packs: bool = False
    share: float = 1.0


type Fault = Callable[[Answer], Answer]

#: No test may wait longer for what it holds back.
PATIENCE = 100


def missing(answer: Answer) -> Answer:
    """Answer as hosts do where there is no such file."""
    return Answer(404, {"Content-Type": "text/html"}, b"<h1>Not found</h1>")


def cut_off(answer: Answer) -> Answer:
    """Close the connection half way."""
    return replace(answer, share=0.5)


def corrupted(answer: Answer) -> Answer:
    """Send as much as there is, but with other bytes in the middle."""
    third = len(answer.content) // 3
    middle = bytes(byte ^ 0x55 for byte in answer.content[third : 2 * third])
    content = answer.content[:third] + middle + answer.content[2 * third :]
    return replace(answer, content=content)


def wrong_type(answer: Answer) -> Answer:
    """Call everything plain text, as a host without a list of types does."""
    return with_headers({"Content-Type": "text/plain"})(answer)


def lost(answer: Answer) -> Answer:
    """Hang up without a word."""
    raise ConnectionAbortedError


def instead(content: str, kind: str) -> Fault:
    """Answer something else, of a type."""
    return lambda answer: Answer(200, {"Content-Type": kind}, content.encode())


def replaced(old: str, new: str) -> Fault:
    """Change what a file says, which must say ``old``."""

    def change(answer: Answer) -> Answer:
        assert old.encode() in answer.content
        return replace(answer, content=answer.content.replace(old.encode(), new.encode()))

    return change


def with_headers(headers: dict[str, str]) -> Fault:
    """Send further headers, or others in their place."""
    return lambda answer: replace(answer, headers={**answer.headers, **headers})


def with_script(code: str) -> Fault:
    """Run code before anything else of a served script."""
    return lambda answer: replace(answer, content=code.encode() + b"\n" + answer.content)


def with_script_in_head(address: str) -> Fault:
    """Have a page load a script before anything else."""
    tag = f'<head><script src="{address}"></script>'.encode()
    return lambda answer: replace(answer, content=answer.content.replace(b"<head>", tag, 1))


class HeldBack:
    """Answers wait until they are let go; ``asked`` tells that there are some."""

    def __init__(self) -> None:
        self.asked = Event()
        self._open = Event()

    def __call__(self, answer: Answer) -> Answer:
        self.asked.set()
        self._open.wait(PATIENCE)
        return answer

    def let_go(self) -> None:
        self._open.set()
