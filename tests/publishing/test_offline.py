"""The list that the service worker is given, and the manifest: whole, exact, always the same."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.runtime.node import node

from trees.publishing.assets import BROWSER, Browser
from trees.publishing.offline import (
    App,
    NotAManifest,
    address,
    is_kept,
    manifest,
    with_head,
    worker,
)
from trees.publishing.words import ENGLISH

SERVICE = "assets/element-1/offline/service.js"
FILES = {"index.html": b"home", "trees/refund/index.html": b"refund", "assets/site.css": b"css"}
APP = App("Example", "What it is about.", ("assets/icons-1/icon-192.png",))
#: Names as they stand on a disk, some of them awkward in an address.
NAMES = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\"), min_size=1),
    min_size=1,
    max_size=3,
).map("/".join)


def listed(script: str) -> dict[str, Any]:
    found = re.search(r"serve\((.*)\);", script)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


#: Asks the browser's side for files: as they lie on disk, as they are kept, with a search.
ASK = """
import { Site } from "SITE";
const { list, paths } = JSON.parse(await new Response(process.stdin).text());
const root = "https://example.org/guide/";
const site = new Site(root, list);
const spelled = (path) => encodeURI(path).replaceAll("#", "%23").replaceAll("?", "%3F");
console.log(JSON.stringify(paths.map((path) => {
  const plain = site.addressOf(root + spelled(path));
  if (!site.lists(plain)) return null;
  return [plain, site.addressOf(site.url(plain)), site.addressOf(site.url(plain) + "?q=x#y")];
})));
""".replace("SITE", (BROWSER / "offline" / "site.js").as_uri())


def in_browser(site: dict[str, Any], paths: list[str]) -> Any:
    asked = json.dumps({"list": site, "paths": paths})
    return json.loads(node("--input-type=module", "--eval", ASK, told=asked))


def version(files: Mapping[str, bytes], service: str = SERVICE) -> str:
    return str(listed(worker(files.items(), service))["version"])


@given(st.dictionaries(NAMES, st.binary(max_size=9), max_size=5))
def test_list__names_every_file_once_with_the_digest_of_its_bytes(files: dict[str, bytes]) -> None:
    found = listed(worker(files.items(), SERVICE))
    assert found["bytes"] == sum(map(len, files.values()))
    digests = {name: b64decode(digest) for name, digest in found["files"].items()}
    assert digests == {address(path): sha256(content).digest() for path, content in files.items()}
    assert len(digests) == len(files)


def test_list__whatever_order_the_disk_gives__is_the_same() -> None:
    backwards = dict(reversed(FILES.items()))
    assert worker(FILES.items(), SERVICE) == worker(backwards.items(), SERVICE)


@pytest.mark.parametrize(
    "other",
    [
        {**FILES, "assets/site.css": b"CSS"},
        {**FILES, "new.html": b""},
        {path: content for path, content in FILES.items() if path != "index.html"},
        {**FILES, "index.html": b"refund", "trees/refund/index.html": b"home"},
    ],
)
def test_version__another_file_or_other_bytes__is_another(other: dict[str, bytes]) -> None:
    assert version(other) != version(FILES)


def test_version__another_service_worker__is_another() -> None:
    assert version(FILES, "assets/element-2/offline/service.js") != version(FILES)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", ""),
        ("trees/refund/index.html", "trees/refund/"),
        ("trees/refund.html", "trees/refund.html"),
        ("a b/ü&#.html", "a%20b/%C3%BC%26%23.html"),
        ("my-index.html", "my-index.html"),
    ],
)
def test_address__is_what_a_page_is_asked_for_by(path: str, expected: str) -> None:
    assert address(path) == expected


def test_address__however_a_browser_spells_it__is_found_in_the_list() -> None:
    odd = ["".join(map(chr, range(32, 127))).replace("/", ""), "äß漢🌳", "a+b=c&d", "100%", "%41"]
    paths = [f"{name}/{end}" for name in odd for end in ("index.html", "page.html")]
    files = dict.fromkeys(paths, b"")
    assert in_browser(listed(worker(files.items(), SERVICE)), paths) == [
        [address(path)] * 3 for path in paths
    ]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("trees/refund/index.html", True),
        ("search/search_index.json", True),
        ("sitemap.xml", True),
        ("sw.js", False),
        ("sitemap.xml.gz", False),
        ("assets/javascripts/bundle.min.js.map", False),
        ("CNAME", False),
        ("_headers", False),
        (".nojekyll", False),
        ("assets/.DS_Store", False),
        ("downloads/refund.html", False),
    ],
)
def test_kept__is_what_pages_need_and_hosts_send(path: str, kept: bool) -> None:
    assert is_kept(path, ["downloads/*"]) is kept


def test_manifest__leads_nowhere_but_into_its_own_folder() -> None:
    made = json.loads(manifest(APP))
    assert (made["start_url"], made["scope"]) == ("./", "./")
    assert made["name"] == "Example"
    assert made["icons"] == [
        {
            "src": "assets/icons-1/icon-192.png",
            "sizes": "192x192",
            "type": "image/png",
            "purpose": "any",
        }
    ]


def test_manifest__what_the_site_says_itself__wins() -> None:
    made = json.loads(manifest(APP, b'{"short_name": "Ex", "icons": [], "theme_color": "#0d4f5c"}'))
    assert (made["name"], made["short_name"], made["icons"]) == ("Example", "Ex", [])
    assert made["theme_color"] == "#0d4f5c"


@pytest.mark.parametrize("own", [b"", b"{", b"[]", b"\xff"])
def test_manifest__that_is_none__is_refused_with_the_reason(own: bytes) -> None:
    with pytest.raises(NotAManifest, match=r"\w"):
        manifest(APP, own)


def test_head__is_put_once__at_the_end_of_the_head() -> None:
    html = "<head><title>x</title></head><body><pre>&lt;/head></head></pre></body>"
    made = with_head(html, Browser(offline="assets/e/offline/page.js"), "../../", ENGLISH)
    assert made.count('<link rel="manifest" href="../../manifest.webmanifest">') == 1
    assert made.index("offline/page.js") < made.index("</head>") < made.index("<body>")
