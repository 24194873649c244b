"""What the repository says to GitHub and to containers: forms, and where development happens."""

import json
import re
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"
FORMS = sorted(path for path in FOLDER.glob("*.yml") if path.stem != "config")
FIELDS = ("markdown", "input", "textarea", "dropdown", "checkboxes")
CONTAINER = (ROOT / "Containerfile").read_text("utf-8")


def test_who_reports_finds_a_form_for_pages_and_one_for_data() -> None:
    names = {yaml.safe_load(path.read_text("utf-8"))["name"] for path in FORMS}
    assert names == {"Laporkan kesalahan pada halaman", "Minta perubahan data"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_is_as_github_takes_it(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    assert form.keys() == {"name", "description", "body"}
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    assert {each["type"] for each in form["body"]} <= {*FIELDS}
    for values in ([each["id"] for each in asked], [each["attributes"]["label"] for each in asked]):
        assert len({*values}) == len(values) > 1
    assert any(each.get("validations") == {"required": True} for each in asked)
    assert "data pribadi" in path.read_text("utf-8")


def test_the_link_of_a_page_to_a_new_issue_needs_issues_without_a_form() -> None:
    settings = yaml.safe_load((FOLDER / "config.yml").read_text("utf-8"))
    assert settings["blank_issues_enabled"] is True


def test_the_container_has_what_the_tests_look_for() -> None:
    packages = CONTAINER.partition("--no-install-recommends")[2].partition("\\")[0].split()
    looked_for = (ROOT / "tests/find-browser").read_text("utf-8")
    assert "chromium" in packages
    assert "chromium" in looked_for
    assert {"caddy", "make", "nginx-light"} <= {*packages}


def test_the_container_has_the_python_of_the_workflows() -> None:
    (image,) = re.findall(r"(?m)^FROM (\S+)$", CONTAINER)
    workflow = (ROOT / ".github/workflows/publish-site.yml").read_text("utf-8")
    (version,) = re.findall(r'default: "(3\.\d+)"', workflow)
    assert image.startswith(f"python:{version}-")
    gitlab = (ROOT / "deploy/gitlab-ci.yml").read_text("utf-8")
    assert f"image: {image}\n" in gitlab


def test_the_development_container_is_made_of_the_same_file() -> None:
    folder = ROOT / ".devcontainer"
    settings = json.loads((folder / "devcontainer.json").read_text("utf-8"))
    assert (folder / settings["build"]["dockerfile"]).resolve() == ROOT / "Containerfile"
    assert f"useradd --create-home --uid 1000 {settings['remoteUser']}\n" in CONTAINER
    target = settings["postCreateCommand"].removeprefix("make .venv")
    assert f"\n$(VENV){target}:" in (ROOT / "Makefile").read_text("utf-8")
    assert settings["forwardPorts"] == [8000]
