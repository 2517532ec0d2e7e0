"""What a machine has is used; what it lacks is fetched, or asked for in plain words."""

import os

import pytest

from machine import browser, python, steps, uv


@pytest.fixture
def executable(tmp_path):
    """Make a small program below the test's own folder."""

    def make(name, script):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return make


class TestPython:
    def test_a_shim_that_does_not_run_is_passed_over(self, executable, monkeypatch):
        shim = executable(f"bin/python{python.PYTHON}", "exit 127")
        real = executable(f"versions/{python.PYTHON}.9/bin/python", f"echo {python.PYTHON}")
        broken = executable(f"versions/{python.PYTHON}.10/bin/python", "exit 1")
        monkeypatch.setenv("PATH", str(shim.parent), prepend=os.pathsep)
        monkeypatch.setattr(python, "pyenv_interpreters", lambda: [real, broken])
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


class TestUv:
    def test_uv_that_cannot_be_installed_is_told_with_both_ways(
        self, executable, tmp_path, monkeypatch
    ):
        broken = executable("python", "echo no such module; exit 1")
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(uv, "UV_HOME", tmp_path / "uv")
        monkeypatch.setattr(uv, "HOST_PYTHON", str(broken))
        with pytest.raises(steps.Failure) as failed:
            uv.find_uv()
        said = str(failed.value)
        assert "First way" in said
        assert "Second way" in said
        assert "python3-venv" in said


class TestBrowser:
    @pytest.mark.parametrize("name", browser.BROWSERS)
    def test_the_named_browser_wins(self, executable, monkeypatch, name):
        own = executable("own", "exit 0")
        for besides in browser.BROWSERS[name].besides:
            executable(f"bin/{besides}", "exit 0")
        monkeypatch.setenv("PATH", str(own.parent / "bin"))
        monkeypatch.setenv(browser.BROWSERS[name].variable, str(own))
        assert browser.find_browser(name) == str(own)

    @pytest.mark.parametrize("name", browser.BROWSERS)
    def test_a_named_browser_that_is_missing_is_said(self, monkeypatch, name):
        variable = browser.BROWSERS[name].variable
        monkeypatch.setenv(variable, "no-such-browser-here")
        with pytest.raises(steps.Failure, match=variable):
            browser.find_browser(name)

    def test_all_three_are_wanted_unless_some_are_named(self, monkeypatch):
        monkeypatch.delenv("BROWSERS", raising=False)
        assert browser.wanted_browsers() == ["chromium", "firefox", "webkit"]
        monkeypatch.setenv("BROWSERS", "webkit, chromium")
        assert browser.wanted_browsers() == ["chromium", "webkit"]

    def test_a_name_that_is_not_known_is_said(self, monkeypatch):
        monkeypatch.setenv("BROWSERS", "chromium,netscape")
        with pytest.raises(steps.Failure, match="netscape"):
            browser.wanted_browsers()

    def test_what_is_missing_comes_in_one_call_of_apt(self, monkeypatch):
        called = []
        monkeypatch.delenv("BROWSERS", raising=False)
        monkeypatch.setattr(browser, "can_use_apt", lambda: True)
        monkeypatch.setattr(
            browser, "missing_browsers", lambda: [] if called else ["firefox", "webkit"]
        )
        monkeypatch.setattr(browser, "run", lambda command, *rest: called.append(command))
        browser.prepare_browsers()
        installs = [command for command in called if "install" in command]
        assert [command[-3:] for command in installs] == [
            ["firefox-esr", "webkit2gtk-driver", "xvfb"]
        ]

    def test_webkit_without_its_driver_is_said_with_the_way_out(self, monkeypatch, capsys):
        monkeypatch.delenv("BROWSERS", raising=False)
        monkeypatch.setattr(browser, "can_use_apt", lambda: False)
        monkeypatch.setattr(browser, "missing_browsers", lambda: ["webkit"])
        browser.prepare_browsers()
        said = capsys.readouterr().out
        assert "no webkit here" in said
        assert "webkit2gtk-driver xvfb" in said
        assert "BROWSERS=chromium,firefox make test" in said
