"""Builds that are divided into shares, as the adapter knows of them."""

from contextvars import ContextVar
from dataclasses import replace

from pendopo.build.division import Division
from pendopo.build.workspace import Workspace

NOT_DIVIDED = Division()
DIVISION: ContextVar[Division] = ContextVar("division", default=NOT_DIVIDED)
"""Set by a command, in the same process: MkDocs hands nothing to its hooks."""


def divided(workspace: Workspace) -> Workspace:
    """The folders of a build: those of its share, or as they are if it makes none."""
    share = DIVISION.get().share
    if share is None:
        return workspace
    folder = f"{workspace.folder}/shares"
    return replace(
        workspace, published=f"{folder}/{share.folder}", folder=f"{folder}/.{share.folder}"
    )
