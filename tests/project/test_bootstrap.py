"""A fresh clone is made ready on any Python, step by step, and a failure can be acted on."""

import ast
import sys

import pytest

import bootstrap
from machine import steps

OWN = {"bootstrap", "check", "lock", "machine", "serve"}
#: Started by hand with the environment's Python, never by bootstrap.
RUN_INSIDE = {"icons.py", "pictures", "screenshots.py"}


@pytest.fixture
def sources(root):
    return sorted((root / "tools").rglob("*.py"))


def test_tools_parse_as_python_3_8(sources):
    for path in sources:
        ast.parse(path.read_text(), str(path), feature_version=(3, 8))


def test_tools_import_the_standard_library_only(sources):
    allowed = sys.stdlib_module_names | OWN
    for path in sources:
        if RUN_INSIDE.intersection(path.parts):
            continue
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
