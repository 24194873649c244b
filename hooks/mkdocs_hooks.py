"""Named in `mkdocs.yml`: hands MkDocs's events to Pendopo."""

from pendopo.mkdocs.hooks import *  # noqa: F403
