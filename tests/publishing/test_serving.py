"""``mkdocs serve`` follows what somebody saves, and no mistake of theirs ends it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from tests.publishing.building import REFUND, write_config, write_project
from tests.publishing.test_strict import STRICT, executed

from trees.publishing import policy

pytestmark = pytest.mark.slow

WRONG = REFUND.replace("no: held", "no: nowhere")
PATIENCE = 60


type Read = Callable[[str], tuple[str, Mapping[str, str]]]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Path], Read]]:
    """Serves a project; what it returns reads a page and the headers that came with it."""
    with ExitStack() as stack:
        yield lambda config: stack.enter_context(serving(config, tmp_path / "log"))


@contextmanager
def serving(config: Path, written: Path) -> Iterator[Read]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = written.open("w")
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", address]
    server = subprocess.Popen(command, cwd=config.parent, stdout=log, stderr=log)

    def read(path: str) -> tuple[str, Mapping[str, str]]:
        assert server.poll() is None, "the server has ended"
        try:
            with urlopen(f"http://{address}/{path}", timeout=10) as answer:
                return answer.read().decode(), answer.headers
        except URLError:
            return "", {}

    try:
        yield read
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def test_serve__a_broken_file__is_shown_and_mended_without_a_restart(
    serve: Callable[[Path], Read], tmp_path: Path
) -> None:
    read = serve(write_project(tmp_path, refund=WRONG))

    def served(path: str) -> str:
        return read(path)[0]

    wait(lambda: "no: nowhere" in served("trees/refund/"))
    assert "dt-start" in served("trees/risk/")
    assert "no: nowhere" in (tmp_path / "log").read_text()
    write_project(tmp_path)
    wait(lambda: "dt-start" in served("trees/refund/"))
    assert "dt-findings" not in served("trees/refund/")
    write_project(tmp_path, refund=WRONG)
    wait(lambda: "dt-findings" in served("trees/refund/"))
    assert "dt-start" in served("trees/refund/")
    write_project(tmp_path, refund=": [", sources="- no")
    wait(lambda: "dt-findings" in served("trees/"))
    write_project(tmp_path, refund=REFUND.replace("Where is my", "Where is our"))
    wait(lambda: "Where is our refund?" in served("trees/refund/"))


def test_serve__content_policy__is_sent_with_pages_and_files__and_lets_the_page_reload(
    serve: Callable[[Path], Read], tmp_path: Path
) -> None:
    write_project(tmp_path)
    read = serve(write_config(tmp_path, **STRICT))
    wait(lambda: read("trees/refund/")[0] != "")
    page, said = read("trees/refund/")
    inline = [one.text.encode() for one in executed(page) if "src" not in one.attributes]
    assert len(inline) == 1
    assert b"livereload" in inline[0]
    assert {name: said[name] for name in policy.headers()} == policy.headers(*inline)
    assert "http-equiv" not in page
    _, beside = read("assets/javascripts/lunr/tinyseg.js")
    assert {name: beside[name] for name in policy.headers()} == policy.headers()


def wait(happens: Callable[[], bool]) -> None:
    """Wait until something happens; fail when it does not."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)
