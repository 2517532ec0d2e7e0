"""The host sends what is there, packed or not, and no faster than the line."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest
from benchmarks.host import Host, Line

TEXT = "Where is my refund? " * 2_000


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    (tmp_path / "index.html").write_text(TEXT)
    host = Host(tmp_path)
    yield host
    host.stop()


def fetched(host: Host) -> bytes:
    with urlopen(host.address, timeout=10) as answer:
        content: bytes = answer.read()
    return content


def test_packed_or_not__what_travels_is_counted(host: Host) -> None:
    assert gzip.decompress(fetched(host)).decode() == TEXT
    assert 0 < host.sent["/"] < len(TEXT) / 10
    host.sent.clear()
    host.compresses = False
    assert fetched(host).decode() == TEXT
    assert host.sent["/"] == len(TEXT)


def test_slow_line__is_shared_by_all_who_use_it(host: Host) -> None:
    host.compresses = False
    host.line = Line(bits_per_second=len(TEXT) * 8 / 0.2, delay=0.1)
    start = time.monotonic()
    with ThreadPoolExecutor(2) as readers:
        list(readers.map(fetched, [host, host]))
    # Twice the text at five texts a second, and the delay once, as both wait at the same time.
    assert time.monotonic() - start >= 0.1 + 2 * 0.2 * 0.95
