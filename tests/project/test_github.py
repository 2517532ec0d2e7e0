"""What GitHub runs and shows: pinned, with few rights, and well formed."""

import re

import pytest
import yaml

PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
USES = re.compile(r"uses:\s*(.+?)\s*$", re.MULTILINE)


def files(committed, folder):
    return {
        name: text
        for name, text in committed.items()
        if name.startswith(folder) and name.endswith(".yml")
    }


@pytest.fixture
def workflows(committed):
    return files(committed, ".github/workflows/")


def test_each_action_is_pinned_by_commit_with_its_version_beside_it(workflows):
    used = [(name, use) for name, text in workflows.items() for use in USES.findall(text)]
    assert used
    assert [one for one in used if not PINNED.match(one[1])] == []


def test_one_action_has_one_version(workflows):
    used = {use for text in workflows.values() for use in USES.findall(text)}
    assert len({use.split("@")[0] for use in used}) == len(used)


def test_workflows_start_with_the_right_to_read_only(workflows):
    rights = {name: yaml.safe_load(text).get("permissions") for name, text in workflows.items()}
    assert {name: right for name, right in rights.items() if right != {"contents": "read"}} == {}


def test_no_job_runs_for_ever(workflows):
    jobs = {
        (name, job): body
        for name, text in workflows.items()
        for job, body in yaml.safe_load(text)["jobs"].items()
    }
    assert [job for job, body in jobs.items() if "timeout-minutes" not in body] == []


def test_a_job_that_may_write_runs_no_project_code(workflows):
    for text in workflows.values():
        for job in yaml.safe_load(text)["jobs"].values():
            if "write" in job.get("permissions", {}).values():
                assert [step for step in job["steps"] if "run" in step] == []


def triggers(text):
    # YAML 1.1 reads the word `on` as true.
    return yaml.safe_load(text)[True]


def test_what_runs_the_code_of_a_pull_request_has_no_secrets_and_may_write_nothing(workflows):
    untrusted = [text for text in workflows.values() if "pull_request" in triggers(text)]
    assert untrusted
    for text in untrusted:
        assert "secrets." not in text
        assert "github.token" not in text
        for job in yaml.safe_load(text)["jobs"].values():
            assert set(job.get("permissions", {}).values()) <= {"read"}
    assert all("pull_request_target" not in triggers(text) for text in workflows.values())


def test_what_follows_a_pull_request_checks_nothing_out_and_runs_only_its_own_script(workflows):
    trusted = [text for text in workflows.values() if "workflow_run" in triggers(text)]
    assert trusted
    for text in trusted:
        assert "actions/checkout" not in text
        for job in yaml.safe_load(text)["jobs"].values():
            for step in job["steps"]:
                assert "run" not in step
                # What a pull request chose (a branch's name) must not become a part of the script.
                assert "${{" not in step["with"].get("script", "")


def test_a_workflow_that_follows_others_names_workflows_that_exist(workflows):
    names = {yaml.safe_load(text)["name"] for text in workflows.values()}
    following = [triggers(text) for text in workflows.values() if "workflow_run" in triggers(text)]
    followed = {name for one in following for name in one["workflow_run"]["workflows"]}
    assert followed
    assert followed <= names


def test_no_checkout_keeps_its_token(workflows):
    for text in workflows.values():
        for job in yaml.safe_load(text)["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False


def test_issue_forms_are_complete(committed):
    forms = files(committed, ".github/ISSUE_TEMPLATE/")
    forms.pop(".github/ISSUE_TEMPLATE/config.yml")
    assert len(forms) >= 2
    for text in forms.values():
        form = yaml.safe_load(text)
        assert {"name", "description", "body"} <= form.keys()
        ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
        assert len(set(ids)) == len(ids)
        assert all(isinstance(one, str) for one in ids)
