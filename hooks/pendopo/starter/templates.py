"""Texts with gaps, `<<name>>`, of which the files of a repository of content are made."""

import json
import math
from collections.abc import Mapping
from functools import lru_cache

import jinja2
import yaml
from jinja2.meta import find_undeclared_variables


def scalar(text: str) -> str:
    """The text as a value of YAML on one line: as it is where that is safe, else in quotes."""
    plain = yaml.safe_dump(text, allow_unicode=True, width=math.inf).removesuffix("...\n")
    return text if plain == f"{text}\n" else json.dumps(text, ensure_ascii=False)


# Other marks than usual: workflows are full of `${{ … }}`.
ENVIRONMENT = jinja2.Environment(  # noqa: S701  (writes no HTML)
    variable_start_string="<<",
    variable_end_string=">>",
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
)
ENVIRONMENT.filters["scalar"] = scalar


def filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its gaps filled. Raises `jinja2.UndefinedError` where a value is missing."""
    return _compiled(text).render(values)


@lru_cache
def _compiled(text: str) -> jinja2.Template:
    return ENVIRONMENT.from_string(text)


def gaps(text: str) -> set[str]:
    """The names of the values that the text may be filled with."""
    return find_undeclared_variables(ENVIRONMENT.parse(text))
