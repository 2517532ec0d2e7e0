"""One place says the policy: what pages and hosts are told agrees with it, and is strict."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from tests.publishing.markup import by_tag

from trees.publishing import policy

HOSTING = Path(__file__).parents[2] / "docs" / "hosting.md"
CSP = "Content-Security-Policy"


def directives(text: str) -> dict[str, list[str]]:
    return {name: to for name, *to in (one.split() for one in text.split(";"))}


def fenced(title: str) -> str:
    """Return the example of the guide to hosting that has this title."""
    example = rf'```\w+ title="{re.escape(title)}"\n(.*?)```'
    found = re.search(example, HOSTING.read_text(encoding="utf-8"), re.DOTALL)
    assert found, title
    return found[1]


def test_headers__allow_nothing_inline_nothing_foreign_and_no_eval() -> None:
    said = directives(policy.headers()[CSP])
    assert said["default-src"] == ["'self'"]
    assert said["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert said["style-src"] == ["'self'"]
    allowed = {source for sources in said.values() for source in sources}
    assert allowed == {"'self'", "'none'", "'wasm-unsafe-eval'", "data:"}


def test_headers__a_script_of_the_preview__is_allowed_by_its_digest() -> None:
    script = b"reload()"
    digest = b64encode(sha256(script).digest()).decode()
    said = directives(policy.headers(script)[CSP])
    assert said["script-src"] == ["'self'", "'wasm-unsafe-eval'", f"'sha256-{digest}'"]


def test_meta__says_all_that_a_page_can_say_itself() -> None:
    metas = {
        one.attributes.get("http-equiv") or one.attributes["name"]: one.attributes["content"]
        for one in by_tag(str(policy.meta()), "meta")
    }
    sent = directives(policy.headers()[CSP])
    # Browsers ignore it in a page, and complain.
    del sent["frame-ancestors"]
    assert directives(metas[CSP]) == sent
    assert metas["referrer"] == policy.headers()["Referrer-Policy"]


def test_guide__netlify__sends_exactly_the_policy() -> None:
    lines = [line.strip() for line in fenced("_headers").splitlines()]
    assert lines[0] == "/*"
    assert dict(line.split(": ", 1) for line in lines[1:]) == policy.headers()


def test_guide__nginx__sends_exactly_the_policy() -> None:
    said = re.findall(r'add_header (\S+) "([^"]*)" always;', fenced("nginx.conf"))
    assert dict(said) == policy.headers()


def test_guide__cloudfront__sends_exactly_the_policy() -> None:
    config = json.loads(fenced("policy.json"))
    security = config["SecurityHeadersConfig"]
    custom = {one["Header"]: one["Value"] for one in config["CustomHeadersConfig"]["Items"]}
    assert {
        CSP: security["ContentSecurityPolicy"]["ContentSecurityPolicy"],
        "Referrer-Policy": security["ReferrerPolicy"]["ReferrerPolicy"],
        "X-Content-Type-Options": "nosniff" if "ContentTypeOptions" in security else "",
        **custom,
    } == policy.headers()
    assert config["CustomHeadersConfig"]["Quantity"] == len(custom)
