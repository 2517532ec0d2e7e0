"""pip's settings reach uv, and none of them reaches a lock."""

import lock
from machine.registries import parse, translate, uv_environment


class TestRegistries:
    def test_the_environments_setting_wins_over_the_files(self):
        listing = ":env:.index-url='http://one'\nglobal.index-url='http://two'\nfreeze.cert='x'"
        assert parse(listing) == {"index-url": "http://one"}

    def test_several_extra_indexes_stand_on_several_lines(self):
        listing = r"global.extra-index-url='\nhttp://one\nhttp://two'"
        assert parse(listing) == {"extra-index-url": "http://one http://two"}

    def test_pip_settings_become_uv_settings(self):
        pip = {"index-url": "http://one", "extra-index-url": "http://two", "cert": "ca.pem"}
        assert translate(pip, {}) == {
            "UV_DEFAULT_INDEX": "http://one",
            "UV_INDEX": "http://two",
            "UV_INDEX_STRATEGY": "unsafe-best-match",
            "SSL_CERT_FILE": "ca.pem",
        }

    def test_what_is_set_for_uv_wins(self):
        assert translate({"index-url": "http://one"}, {"UV_DEFAULT_INDEX": "http://own"}) == {}

    def test_an_index_in_a_missing_folder_is_left_out(self, tmp_path):
        here, gone = tmp_path.as_uri(), (tmp_path / "gone").as_uri()
        assert translate({"extra-index-url": f"{gone} {here}"}, {})["UV_INDEX"] == here
        assert translate({"extra-index-url": gone}, {}) == {}

    def test_pips_variables_count_where_pip_is_missing(self, monkeypatch):
        monkeypatch.setattr("machine.registries.answer", lambda command: None)
        assert uv_environment({"PIP_INDEX_URL": "http://one"}) == {
            "PIP_INDEX_URL": "http://one",
            "UV_DEFAULT_INDEX": "http://one",
        }

    def test_a_lock_is_made_without_the_folders_of_one_machine(self):
        mixed = {"UV_INDEX": "file:///somewhere http://two", "OTHER": "1"}
        assert lock.everybodys_indexes(mixed) == {"UV_INDEX": "http://two", "OTHER": "1"}
