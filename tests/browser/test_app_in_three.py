"""The copy on the device, in each of the three browsers: without a network, and at an update."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser.conftest import Site
from tests.browser.device import KEPT, NEWS, WORKERS
from tests.browser.host import Host
from tests.browser.visitor import Visitor
from tests.browser.windows import Window

LINE = "document.querySelector('.dt-line')?.textContent ?? ''"


@pytest.fixture
def host(tmp_path: Path, site: Site) -> Iterator[Host]:
    host = Host(tmp_path)
    host.put(site.folder)
    yield host
    host.stop()


@pytest.fixture
def visitor(open_window: Callable[..., Window], host: Host) -> Visitor:
    """Somebody who has visited one page of the site, and stayed until it was kept."""
    visitor = Visitor(open_window(), host.address).open("about/", ready=False)
    visitor.window.run(KEPT, host.address)
    return visitor


def test_without_a_network__a_tree_and_a_page_open__after_one_visit(
    visitor: Visitor, host: Host
) -> None:
    host.stop()
    visitor.open("trees/order-cancelled/", ready=False)
    assert visitor.script("navigator.serviceWorker.controller !== null")
    visitor.wait_until_ready()
    assert visitor.seen.nodes == 1
    visitor.open("privacy/", ready=False)
    assert "Privacy" in visitor.script("document.title")


def test_an_update__waits_for_the_reader__and_a_page_keeps_its_version(
    visitor: Visitor, host: Host
) -> None:
    visitor.open("about/", ready=False)
    host.change("about/index.html", "</body>", "<p id=news>News</p></body>")
    host.publish()
    assert visitor.window.run(NEWS) == "installed"
    visitor.until("the line is there", lambda _: "updated" in visitor.script(LINE))
    assert "id=news" not in visitor.script("async () => (await fetch('./')).text()")
    visitor.click(".dt-line button")
    visitor.until("news", lambda _: visitor.script("document.getElementById('news') !== null"))


def test_no_sw__removes_it(visitor: Visitor) -> None:
    visitor.open("about/?no-sw", ready=False)
    visitor.until("it is said", lambda _: "no longer kept" in visitor.script(LINE))
    assert visitor.window.run(WORKERS) == 0
    assert visitor.script("async () => (await caches.keys()).length") == 0
