"""``mkdocs serve`` follows what somebody saves, and no mistake of theirs ends it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from tests.publishing.building import REFUND, write_project

pytestmark = pytest.mark.slow

WRONG = REFUND.replace("no: held", "no: nowhere")
PATIENCE = 60


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Serve a project that is broken from the start; yields what reads its pages."""
    config = write_project(tmp_path, refund=WRONG)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = (tmp_path / "log").open("w")
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", address]
    server = subprocess.Popen(command, cwd=config.parent, stdout=log, stderr=log)

    def read(path: str) -> str:
        assert server.poll() is None, "the server has ended"
        try:
            with urlopen(f"http://{address}/{path}", timeout=10) as answer:
                return answer.read().decode()
        except URLError:
            return ""

    try:
        yield read
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def test_serve__a_broken_file__is_shown_and_mended_without_a_restart(
    served: Callable[[str], str], tmp_path: Path
) -> None:
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


def wait(happens: Callable[[], bool]) -> None:
    """Wait until something happens; fail when it does not."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.2)
