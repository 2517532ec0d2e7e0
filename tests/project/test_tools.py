"""The tools that make a clone ready: what they run on, decide and say."""

import ast
import os
import socket
import sys

import pytest

import bootstrap
import check
import lock
import serve
from machine import browser, python, steps
from machine.registries import parse, translate, uv_environment

OWN = {"bootstrap", "check", "lock", "machine", "serve"}


@pytest.fixture
def sources(root):
    return sorted((root / "tools").rglob("*.py"))


def test_tools_parse_as_python_3_8(sources):
    for path in sources:
        ast.parse(path.read_text(), str(path), feature_version=(3, 8))


def test_tools_import_the_standard_library_only(sources):
    allowed = sys.stdlib_module_names | OWN
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            assert {name.split(".")[0] for name in names} <= allowed, path


class TestSteps:
    @pytest.fixture(autouse=True)
    def own_stamps(self, tmp_path, monkeypatch):
        monkeypatch.setattr(steps, "STAMPS", tmp_path / "stamps")

    def test_a_step_is_done_while_its_inputs_and_its_product_stay(self, tmp_path):
        product = tmp_path / "product"
        product.touch()
        steps.mark_done("step", "key")
        assert steps.is_done("step", "key", product)
        assert not steps.is_done("step", "another key", product)
        assert not steps.is_done("another step", "key", product)
        product.unlink()
        assert not steps.is_done("step", "key", product)

    def test_a_forgotten_step_runs_again(self, tmp_path):
        steps.mark_done("step", "key")
        steps.forget("step")
        steps.forget("step")
        assert not steps.is_done("step", "key", tmp_path)

    def test_the_digest_hangs_on_contents_and_order(self, tmp_path):
        one = tmp_path / "one"
        one.write_text("1")
        before = steps.digest("a", one)
        assert before == steps.digest("a", one)
        assert before != steps.digest(one, "a")
        one.write_text("2")
        assert before != steps.digest("a", one)

    def test_a_failed_command_says_what_where_and_how_to_mend_it(self):
        command = [sys.executable, "-c", "print('its own words'); raise SystemExit(3)"]
        with pytest.raises(steps.Failure) as failed:
            steps.run(command, "the thing failed.", "turn it off and on.")
        said = str(failed.value)
        assert "Failed: the thing failed." in said
        assert "ended with code 3" in said
        assert "its own words" in said
        assert "To mend it: turn it off and on." in said

    def test_a_missing_command_is_a_failure_too(self):
        with pytest.raises(steps.Failure, match="the thing failed"):
            steps.run(["no-such-command-here"], "the thing failed.", "")

    def test_asking_a_missing_or_failing_command_is_no_answer(self):
        assert steps.answer(["no-such-command-here"]) is None
        assert steps.answer([sys.executable, "-c", "raise SystemExit(1)"]) is None
        assert steps.answer([sys.executable, "-c", "print(' yes ')"]) == "yes"


class TestBootstrap:
    @pytest.fixture(autouse=True)
    def own_cache(self, tmp_path, monkeypatch):
        monkeypatch.setattr(steps, "CACHE", tmp_path)

    def test_a_failure_is_told_without_a_traceback(self, monkeypatch, capsys):
        def step():
            raise steps.Failure("it broke.", "Here.", "do that.")

        monkeypatch.setitem(bootstrap.GOALS, "site", [step])
        assert bootstrap.main(["site"]) == 1
        said = capsys.readouterr().err
        assert "it broke." in said
        assert "do that." in said
        assert "Traceback" not in said

    def test_an_unknown_goal_lists_the_known_ones(self, capsys):
        assert bootstrap.main(["sight"]) == 2
        assert "site, tests" in capsys.readouterr().out

    def test_steps_run_in_order(self, monkeypatch):
        ran = []
        monkeypatch.setitem(bootstrap.GOALS, "site", [lambda: ran.append(1), lambda: ran.append(2)])
        assert bootstrap.main([]) == 0
        assert ran == [1, 2]


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


class TestPython:
    def test_a_shim_that_does_not_run_is_passed_over(self, tmp_path, monkeypatch):
        shim = executable(tmp_path / "bin" / f"python{python.PYTHON}", "exit 127")
        real = executable(
            tmp_path / f"versions/{python.PYTHON}.9/bin/python", f"echo {python.PYTHON}"
        )
        executable(tmp_path / f"versions/{python.PYTHON}.10/bin/python", "exit 1")
        monkeypatch.setenv("PATH", str(shim.parent), prepend=os.pathsep)
        monkeypatch.setattr(python, "pyenv_interpreters", lambda: [real, real.parents[2] / "no"])
        assert python.find_interpreter() == str(real)

    def test_pyenvs_versions_are_ordered_by_number(self, tmp_path, monkeypatch):
        for patch in ("9", "10", "0rc1"):
            (tmp_path / f"versions/{python.PYTHON}.{patch}").mkdir(parents=True)
        monkeypatch.setattr(python, "answer", lambda command: str(tmp_path))
        found = [path.parts[-3] for path in python.pyenv_interpreters()]
        assert found == [f"{python.PYTHON}.9", f"{python.PYTHON}.10"]

    def test_without_any_it_is_left_to_uv(self, monkeypatch):
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(python, "pyenv_interpreters", list)
        assert python.find_interpreter() == python.PYTHON

    def test_uv_that_cannot_be_installed_is_told_with_both_ways(self, tmp_path, monkeypatch):
        broken = executable(tmp_path / "python", "echo no such module; exit 1")
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(python, "UV_HOME", tmp_path / "uv")
        monkeypatch.setattr(python, "HOST_PYTHON", str(broken))
        with pytest.raises(steps.Failure) as failed:
            python.find_uv()
        said = str(failed.value)
        assert "First way" in said
        assert "Second way" in said
        assert "python3-venv" in said


class TestBrowser:
    def test_the_named_browser_wins(self, tmp_path, monkeypatch):
        own = executable(tmp_path / "chrome", "exit 0")
        monkeypatch.setenv("CHROMIUM", str(own))
        assert browser.find_browser() == str(own)

    def test_a_named_browser_that_is_missing_is_said(self, monkeypatch):
        monkeypatch.setenv("CHROMIUM", "no-such-browser-here")
        with pytest.raises(steps.Failure, match="CHROMIUM"):
            browser.find_browser()


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


class TestCheck:
    def test_a_failure_is_shown_with_its_output_and_how_to_mend_it(self, monkeypatch, capsys):
        bad = check.Check("bad", (sys.executable, "-c", "print('why'); exit(1)"), "mend so")
        good = check.Check("good", (sys.executable, "-c", "print('noise')"), "")
        monkeypatch.setattr(check, "CHECKS", (bad, good))
        assert check.main([]) == 1
        said = capsys.readouterr()
        assert "why" in said.out
        assert "noise" not in said.out
        assert "mend so" in said.err

    def test_one_check_can_be_run_alone(self, monkeypatch):
        bad = check.Check("bad", (sys.executable, "-c", "exit(1)"), "")
        good = check.Check("good", (sys.executable, "-c", ""), "")
        monkeypatch.setattr(check, "CHECKS", (bad, good))
        assert check.main(["good"]) == 0


def executable(path, script):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path
