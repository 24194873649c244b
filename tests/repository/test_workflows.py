"""The workflows of GitHub: no fault in them, and no way from a proposed change to the site."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from conftest import ROOT
from pendopo.build.division import Share
from pendopo.commands import group
from pendopo.starter.pin import Pin
from pendopo.starter.repository import Answers, fill

FOLDER = ROOT / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, *sorted((FOLDER / "actions").rglob("action.yml"))]
STARTER = ROOT / "hooks/pendopo/starter/files/_github"
BIN = Path(sys.executable).parent
ZIZMOR = (BIN / "zizmor", "--offline", "--no-config", "--quiet", "--persona=pedantic")
ACTIONLINT = (BIN / "actionlint", "-shellcheck", BIN / "shellcheck", "-pyflakes=")
SAVED_BY = (
    "github.ref == 'refs/heads/main' && "
    "(github.event_name == 'push' || github.event_name == 'schedule')"
)
LEVELS = ("none", "read", "write")
FAULTY = """\
on: pull_request_target
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo ${{ github.event.pull_request.title }} $undefined
"""


def loaded(path: Path) -> dict[str, Any]:
    # BaseLoader: for YAML 1.1, `on` is a truth value.
    found = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def jobs(name: str) -> dict[str, Any]:
    found = loaded(FOLDER / f"workflows/{name}.yml")["jobs"]
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    parts = loaded(path)
    for job in [*parts.get("jobs", {}).values(), parts.get("runs", {})]:
        yield from job.get("steps", ())


def examined(*command: str | Path, at: Path = ROOT) -> tuple[int, str]:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_zizmor_has_nothing_to_say() -> None:
    code, said = examined(*ZIZMOR, FOLDER)
    assert code == 0, said


def test_actionlint_and_shellcheck_have_nothing_to_say() -> None:
    code, said = examined(*ACTIONLINT, *WORKFLOWS)
    assert (code, said) == (0, "")


@pytest.mark.parametrize("product", ["", f"kominfo/pendopo@{'0123456789' * 4}"])
def test_neither_has_anything_to_say_of_the_workflows_of_a_new_repository(
    tmp_path: Path, product: str
) -> None:
    folder = tmp_path / ".github"
    answers = Answers("Kota Uji", "kota", "kota-uji", "", "id", "", "", "", "Portal", "", product)
    fill(tmp_path, answers, Pin(""))
    code, said = examined(*ZIZMOR, folder)
    assert code == 0, said
    written = sorted(folder.glob("workflows/*.yml"))
    assert len(written) == 2
    code, said = examined(*ACTIONLINT, *written, at=tmp_path)
    assert (code, said) == (0, "")


def test_a_proposed_change_of_a_new_repository_gives_its_site_to_download() -> None:
    found = [*steps(STARTER / "workflows/check.yml")]
    (upload,) = [each for each in found if "upload-artifact" in each.get("uses", "")]
    folder = upload["with"]["path"].rpartition("/")[2]
    (review,) = [each for each in found if "pendopo review" in each.get("run", "")]
    assert f'"$RUNNER_TEMP/{folder}"' in review["run"]
    assert '>> "$GITHUB_STEP_SUMMARY"' in review["run"]


@pytest.mark.parametrize(
    "path", [FOLDER / "workflows/check-site.yml", STARTER / "workflows/check.yml"]
)
def test_the_summary_tells_what_a_proposed_change_does_even_if_it_has_faults(path: Path) -> None:
    found = [*steps(path)]
    runs = [each.get("run", "") for each in found]
    (place,) = [at for at, run in enumerate(runs) if "pendopo diff" in run]
    assert re.search(r"pendopo diff HEAD\^1 --format markdown\b[^|]*>> \"\$GITHUB_STEP_SUMMARY\"",
                     runs[place])  # fmt: skip
    assert found[place]["continue-on-error"] == "true"
    assert place < next(at for at, run in enumerate(runs) if "pendopo check" in run)
    (checkout,) = [each for each in found if "actions/checkout" in each.get("uses", "")]
    assert int(checkout["with"]["fetch-depth"]) == 2


def test_actions_of_a_new_repository_are_those_of_our_own_workflows() -> None:
    used = [set(re.findall(r"uses: (\w\S+@\S+)", path.read_text())) for path in FILES]
    written = "".join(path.read_text() for path in STARTER.glob("workflows/*.yml"))
    found = set(re.findall(r"uses: (\S+)", written))
    assert len(found) > 3
    assert found <= set().union(*used)


def test_commands_of_workflows_and_examples_exist_with_their_options() -> None:
    commands = group("en")
    texts = [*FILES, *STARTER.rglob("*.yml"), ROOT / "deploy/gitlab-ci.yml", ROOT / ".ci/run"]
    lines = "\n".join(path.read_text() for path in texts)
    called = re.findall(r"(?:^|[ /])pendopo (\w+)([^\n|#]*)", lines)
    assert {name for name, _ in called} >= {"check", "build", "size", "review"}
    for name, rest in called:
        command = commands.get_command(click.Context(commands), name)
        assert command, name
        known = {option for each in command.params for option in each.opts}
        assert set(re.findall(r"(?<= )--[a-z-]+", rest)) <= known, (name, rest)


def test_both_would_complain_of_a_faulty_workflow(tmp_path: Path) -> None:
    file = tmp_path / "faulty.yml"
    file.write_text(FAULTY)
    for command, words in (
        (ZIZMOR, ("dangerous-triggers", "template-injection", "concurrency-limits")),
        (ACTIONLINT, ("untrusted", "SC2086")),
    ):
        code, said = examined(*command, file)
        assert code != 0
        assert [word for word in words if word not in said] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_actions_are_pinned_by_their_commit_and_get_no_secret(path: Path) -> None:
    text = path.read_text("utf-8")
    used = re.findall(r"uses: (\S+)", text)
    others = [each for each in used if not (ROOT / each.replace("$/", "")).exists()]
    assert [each for each in others if not re.search(r"@[0-9a-f]{40}$", each)] == []
    assert "secrets" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")


def test_what_builds_may_not_publish_and_what_publishes_runs_no_code_of_the_repository() -> None:
    rights = {name: job["permissions"] for name, job in jobs("publish-site").items()}
    assert rights == {
        "plan": {"contents": "read"},
        "share": {"contents": "read", "pages": "read"},
        "build": {"contents": "read", "pages": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    used = str(jobs("publish-site")["publish"]["steps"])
    assert "checkout" not in used
    assert ".venv" not in used


def test_proposed_changes_are_checked_without_rights_and_without_any_cache() -> None:
    triggers = {path.stem: {*loaded(path)["on"]} for path in WORKFLOWS}
    assert triggers == {
        "check": {"pull_request"},
        "check-site": {"workflow_call"},
        "publish": {"push", "schedule", "workflow_dispatch"},
        "publish-site": {"workflow_call"},
        "release": {"push"},
        "windows": {"push", "pull_request"},
    }
    for name in ("check", "check-site", "windows"):
        assert all(job["permissions"] == {"contents": "read"} for job in jobs(name).values())
    assert "cache" not in str([*steps(FOLDER / "workflows/check-site.yml")])


def test_only_main_saves_a_cache() -> None:
    # Neither by a cache nor within another action: only a run on main has anything to leave behind.
    caching = [
        (each["uses"].partition("@")[0], each.get("if"))
        for path in FILES
        for each in steps(path)
        if "cache" in each.get("uses", "")
    ]
    restored = ("actions/cache/restore", None)
    assert caching == [restored, restored, ("actions/cache/save", SAVED_BY)]
    setting_up = [each for path in FILES for each in steps(path) if "setup-" in str(each)]
    assert len(setting_up) == 5
    assert all({*each["with"]} == {"python-version"} for each in setting_up)


def test_the_day_turns_after_midnight_in_all_zones_and_off_the_full_hour() -> None:
    minute, hour, *rest = loaded(FOLDER / "workflows/publish.yml")["on"]["schedule"][0][
        "cron"
    ].split()
    assert rest == ["*", "*", "*"]
    assert int(minute) % 5 != 0
    assert [(int(hour) + east) % 24 for east in (7, 8, 9)] == [0, 1, 2]


def granted(job: dict[str, Any]) -> dict[str, int]:
    return {scope: LEVELS.index(level) for scope, level in job["permissions"].items()}


def needed(name: str) -> dict[str, int]:
    """The rights that the jobs of a workflow need together."""
    most: dict[str, int] = {}
    for job in jobs(name).values():
        for scope, level in granted(job).items():
            most[scope] = max(most.get(scope, 0), level)
    return most


@pytest.mark.parametrize("name", ["check", "publish"])
def test_a_caller_grants_what_the_called_workflow_needs_and_no_more(name: str) -> None:
    (caller,) = jobs(name).values()
    assert caller["uses"] == f"$/.github/workflows/{name}-site.yml"
    assert granted(caller) == needed(f"{name}-site")


@pytest.mark.parametrize("name", ["check", "publish"])
def test_a_repository_of_content_calls_them_in_ten_lines(name: str, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (text,) = re.findall(rf"```yml\n# .github/workflows/{name}\.yml\n(.*?)```", readme, re.DOTALL)
    assert len(text.splitlines()) <= 10
    file = tmp_path / f".github/workflows/{name}.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace("OWNER", "pemkot").replace("COMMIT", "0" * 40), "utf-8")
    for command in (ACTIONLINT, ZIZMOR[:-1]):
        code, said = examined(*command, file)
        assert code == 0, said
    (caller,) = loaded(file)["jobs"].values()
    assert f"/pendopo/.github/workflows/{name}-site.yml@" in caller["uses"]
    assert granted(caller) == needed(f"{name}-site")
    ours = loaded(FOLDER / f"workflows/{name}.yml")["on"]
    assert "schedule" not in ours or ours["schedule"] == loaded(file)["on"]["schedule"]


def scripts(job: dict[str, Any]) -> str:
    (found,) = [each["run"] for each in job["steps"] if "pendopo build" in each.get("run", "")]
    return str(found)


def test_shares_are_made_and_joined_of_the_same_state_at_the_same_moment() -> None:
    share, build = jobs("publish-site")["share"], jobs("publish-site")["build"]
    made, joined = (
        next(each["env"] for each in job["steps"] if "pendopo build" in each.get("run", ""))
        for job in (share, build)
    )
    moment = made.pop("SOURCE_DATE_EPOCH")
    assert made.pop("SHARE") == "${{ matrix.share }}/${{ inputs.shards }}"
    assert joined == {**made, "MOMENT": moment, "SHARED": "${{ needs.share.result }}"}
    assert share["env"] == build["env"]
    upload = next(each["with"] for each in share["steps"] if "upload" in each.get("uses", ""))
    name = (
        Share(3, 8).folder.replace("3", "${{ matrix.share }}").replace("8", "${{ inputs.shards }}")
    )
    assert upload["path"] == f".site.pendopo/shares/{name}"


def test_shares_are_for_who_asks_for_them_and_where_no_site_is_kept(tmp_path: Path) -> None:
    assert (
        loaded(FOLDER / "workflows/publish-site.yml")["on"]["workflow_call"]["inputs"]["shards"][
            "default"
        ]
        == "1"
    )
    plan = jobs("publish-site")["plan"]
    assert plan["if"] == "inputs.shards > 1"
    said = {}
    for kept in ("", "site-abc-1-1"):
        file = tmp_path / f"output{kept}"
        given = f'KEPT="{kept}" SHARDS=3 GITHUB_OUTPUT="{file}"'
        examined("bash", "-ec", f"export {given}\n{plan['steps'][-1]['run']}")
        said[kept] = file.read_text().splitlines()[0]
    assert said == {"": "shares=[1,2,3]", "site-abc-1-1": "shares=[]"}


@pytest.mark.parametrize("shared", ["success", "skipped", "failure", ""])
def test_without_all_shares_the_site_is_built_in_one_piece(shared: str, tmp_path: Path) -> None:
    tool = tmp_path / ".venv/bin/pendopo"
    tool.parent.mkdir(parents=True)
    tool.write_text('#!/bin/sh\necho "$@" "${SOURCE_DATE_EPOCH-unset}"\n')
    tool.chmod(0o755)
    for name in ("share-1", "share-2"):
        (tmp_path / "shares" / name).mkdir(parents=True)
    given = (
        f'unset SOURCE_DATE_EPOCH; export SHARED="{shared}" KEEP_GOING=true RUNNER_TEMP=. MOMENT=7'
    )
    # Without shares it must not be set at all: MkDocs would take an empty text for a number.
    script = scripts(jobs("publish-site")["build"])
    _, said = examined("bash", "-euc", f"{given}\n{script}", at=tmp_path)
    joined = "join --keep-going ./shares/share-1 ./shares/share-2 7\n"
    assert said == (joined if shared == "success" else "build --keep-going unset\n")


def test_a_partial_publication_ends_red_after_it() -> None:
    both = jobs("publish-site")
    assert both["build"]["outputs"]["built"] == "${{ steps.build.outcome }}"
    *_, deployed, told = both["publish"]["steps"]
    assert deployed["id"] == "deployment"
    assert told["if"] == "needs.build.outputs.built == 'failure'"
    assert told["run"].endswith("exit 1\n")


@pytest.mark.parametrize("asked", ["requirements.txt", "Makefile"])
def test_setting_up_installs_what_the_repository_asks_for(asked: str, tmp_path: Path) -> None:
    (step,) = steps(FOLDER / "actions/set-up/action.yml")
    (tmp_path / asked).touch()
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for tool in ("make", "python", ".venv/bin/python"):
        (tmp_path / tool).write_text(f'#!/bin/sh\necho {tool} "$@"\n')
        (tmp_path / tool).chmod(0o755)
    script = f'PATH="$PWD:$PATH"\n{step["run"]}'
    _, said = examined("bash", "-ec", script, at=tmp_path)
    assert (
        said.splitlines()
        == {
            "Makefile": ["make .venv/.build"],
            "requirements.txt": [
                "python -m venv .venv",
                ".venv/bin/python -m pip install --quiet --require-hashes --only-binary :all: "
                "--requirement requirements.txt",
            ],
        }[asked]
    )


def test_gitlab_too_checks_changes_apart_from_what_is_published() -> None:
    file = loaded(ROOT / "deploy/gitlab-ci.yml")
    on_main, proposed = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", "merge_request_event"
    assert proposed in file["check"]["rules"][0]["if"]
    assert "cache" not in file["check"]
    assert "cache" not in file["default"]
    for name in ("pages", "faults"):
        assert file[name]["rules"] == [{"if": on_main}]
    kept = file["pages"]["cache"]["paths"]
    assert kept == ["site/", ".site.pendopo/manifest.json", ".cache/pendopo/key"]
    assert file["variables"]["XDG_CACHE_HOME"] == "$CI_PROJECT_DIR/.cache"
    assert file["faults"]["stage"] == ".post"


def test_shellcheck_has_nothing_to_say_of_gitlab_and_actions(tmp_path: Path) -> None:
    file = loaded(ROOT / "deploy/gitlab-ci.yml")
    scripts = ["\n".join(job["script"]) for job in file.values() if "script" in job]
    scripts += [each["run"] for path in FILES for each in steps(path) if path.name == "action.yml"]
    assert len(scripts) == 4
    for number, script in enumerate(scripts):
        (tmp_path / f"{number}.sh").write_text(script, "utf-8")
    code, said = examined(BIN / "shellcheck", "--shell=bash", *tmp_path.glob("*.sh"))
    assert (code, said) == (0, "")
