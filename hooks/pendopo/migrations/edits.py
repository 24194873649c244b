"""Edits of YAML that leave all else byte for byte: quotes, comments, order and indentation.

They splice the text at the places that the parser gives, since any library that writes YAML anew
also writes anew what nobody asked it to.
"""

from collections.abc import Iterator, Sequence

import yaml

from pendopo.migrations import Tree

EVERY = "*"
"""In a path of keys: every entry of a list."""


def renamed_key(text: str, keys: Sequence[str], new: str) -> str:
    """The text with the last of `keys`, a path from the top such as `address street`, renamed.

    A text without the key, or one that is no YAML, stays as it is.
    """
    places = [(node.start_mark.index, node.end_mark.index) for node, _ in _pairs(text, keys)]
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return text


def redirected(tree: Tree, folder: str, old: str, new: str) -> Tree:
    """The tree with a redirect from `old` to `new` in redirects.yml of `folder`."""
    path = f"{folder}/redirects.yml" if folder else "redirects.yml"
    text = tree.get(path) or "redirects:\n"
    line = f"  - {{old: {old}, new: {new}}}\n"
    if line in text:
        return tree
    return {**tree, path: text + ("" if text.endswith("\n") else "\n") + line}


def _pairs(text: str, keys: Sequence[str]) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Key and value of each place that the path leads to."""
    # Front matter: the parser stops at the second line of hyphens, which begins the article.
    try:
        root = next(iter(yaml.compose_all(text, Loader=yaml.SafeLoader)), None)
    except yaml.YAMLError:
        return
    nodes = [root] if root else []
    for key in keys[:-1]:
        nodes = [each for node in nodes for each in _below(node, key)]
    for node in nodes:
        if isinstance(node, yaml.MappingNode):
            yield from ((name, value) for name, value in node.value if name.value == keys[-1])


def _below(node: yaml.Node, key: str) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode) and key == EVERY:
        yield from node.value
    if isinstance(node, yaml.MappingNode):
        yield from (value for name, value in node.value if name.value == key)
