"""Every check is run, and one that fails says why."""

import sys

import check


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
