"""From the home page to the right outcome, for each of the nine reasons of a cancellation.

On a desk with the engine, and by the page's links alone; phones with it are in test_stories.py.
Pictures of every outcome are left in .cache/pictures, to be looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, PHONE, Meet
from tests.browser.reader import Reader

PICTURES = Path(__file__).resolve().parents[2] / ".cache" / "pictures"
BY_ALIEXPRESS = {"need": "why", "who": "aliexpress", "told": "yes"}
BY_SELLER = {"need": "why", "who": "seller", "told": "yes"}
REASONS = {
    "payment_unverified": {**BY_ALIEXPRESS, "reason_ae": "payment", "pay_problem": "unverified"},
    "technical": {**BY_ALIEXPRESS, "reason_ae": "technical"},
    "security_appeal": {**BY_ALIEXPRESS, "reason_ae": "security", "appeal": "open"},
    "policy": {**BY_ALIEXPRESS, "reason_ae": "policy"},
    "unable": {**BY_SELLER, "reason_seller": "unable"},
    "out_of_stock": {**BY_SELLER, "reason_seller": "stock"},
    "price_too_low": {**BY_SELLER, "reason_seller": "price", "price_way": "higher"},
    "import_restricted": {**BY_SELLER, "reason_seller": "import", "import_kind": "banned"},
    "worry_place": {**BY_SELLER, "reason_seller": "worry", "worry": "place"},
}
#: What a fork of the static way asks, and what these readers know.
FORKS = {"aliexpress": "AliExpress", "seller": "seller"}
MOST_CLICKS = 12


#: Both sizes, both schemes, and both ways to walk.
SETTINGS = [
    pytest.param(DESK, "dark", True, id="desk, dark, with script"),
    pytest.param(PHONE, "dark", False, id="phone, dark, without script"),
    pytest.param(DESK, "light", False, id="desk, light, without script"),
]


@pytest.mark.parametrize(("size", "scheme", "script"), SETTINGS)
def test_every_reason__is_reached_from_home(
    meet: Meet, size: dict[str, object], scheme: str, script: bool
) -> None:
    reader = meet(**size, color_scheme=scheme, java_script_enabled=script)
    for outcome, answers in REASONS.items():
        reader.open("", ready=False)
        reader.page.get_by_role("link", name="My order says “cancelled”").click()
        answer_until_outcome(reader, answers, script=script)
        expect(reader.node).to_have_attribute("data-node", outcome)
        expect(reader.node.locator(".dt-verdict")).to_be_visible()
        expect(reader.node.locator(".dt-sources")).to_be_visible()
        take_picture(reader, f"{outcome}-{scheme}-{'script' if script else 'plain'}")


def answer_until_outcome(reader: Reader, answers: dict[str, str], *, script: bool) -> None:
    """Click the known answers until an outcome is in view."""
    for _ in range(MOST_CLICKS):
        if script:
            reader.wait_until_ready()
        node = reader.node
        expect(node).to_have_count(1)
        name = node.get_attribute("data-node") or ""
        if "dt-outcome" in (node.get_attribute("class") or ""):
            return
        if "." in name:
            node.locator("a.dt-option", has_text=FORKS[answers["who"]]).first.click()
        else:
            node.locator(f'a[data-answer="{answers[name]}"]').click()
        reader.page.wait_for_function(
            "name => !document.querySelector(`decision-tree > [data-node='${name}']`)"
            "?.checkVisibility()",
            arg=name,
        ) if script else None
    raise AssertionError("no outcome after so many clicks")


def take_picture(reader: Reader, name: str) -> None:
    """Keep a picture of the whole page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    width = (reader.page.viewport_size or {})["width"]
    reader.page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
