"""The server takes a port that is free, and says where the site is."""

import socket

import pytest

import serve


class TestServe:
    def test_the_first_free_port_is_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            assert not serve.is_free("127.0.0.1", port)
            with pytest.raises(ValueError, match="taken"):
                serve.choose_port("127.0.0.1", str(port))
        assert serve.choose_port("127.0.0.1", str(port)) == port

    def test_without_a_wish_it_looks_from_8000_on(self, monkeypatch):
        monkeypatch.setattr(serve, "is_free", lambda host, port: port >= 8003)
        assert serve.choose_port("127.0.0.1", "") == 8003

    @pytest.mark.parametrize("wish", ["http", "0", "65536", "-1"])
    def test_a_port_that_is_none_is_refused(self, wish):
        with pytest.raises(ValueError, match="PORT must be"):
            serve.choose_port("127.0.0.1", wish)

    @pytest.mark.parametrize(
        ("line", "path"),
        [
            ("site_url: https://example.org/guide/", "/guide/"),
            ('site_url: "https://example.org/guide"  # here', "/guide/"),
            ("site_url: https://example.org", "/"),
            ("site_name: Guide", "/"),
        ],
    )
    def test_the_address_has_the_sites_folder(self, tmp_path, monkeypatch, line, path):
        (tmp_path / "mkdocs.yml").write_text(f"theme: x\n{line}\n")
        monkeypatch.setattr(serve, "ROOT", tmp_path)
        assert serve.base_path() == path
