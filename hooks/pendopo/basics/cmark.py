"""GitHub's Markdown parser, called through the bindings of cmarkgfm.

The functions of cmarkgfm itself leak the tree and the text: 120 KB for an article of 3 KB.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from cmarkgfm import _cmark
from cmarkgfm.cmark import core_extensions_ensure_registered, find_syntax_extension

core_extensions_ensure_registered()
EXTENSIONS = [find_syntax_extension(name) for name in ("table", "strikethrough", "autolink")]


def to_html(text: str, options: int = 0) -> str:
    """Renders GitHub-flavoured Markdown as HTML; raw HTML in it becomes a comment."""
    library = _cmark.lib
    parser = library.cmark_parser_new(options)
    try:
        for extension in EXTENSIONS:
            library.cmark_parser_attach_syntax_extension(parser, extension)
        content = text.encode()
        library.cmark_parser_feed(parser, content, len(content))
        root = library.cmark_parser_finish(parser)
        attached = library.cmark_parser_get_syntax_extensions(parser)
        html = library.cmark_render_html(root, options, attached)
        try:
            return str(_cmark.ffi.string(html).decode())
        finally:
            _free_text(_address(html))
            _free_tree(_address(root))
    finally:
        library.cmark_parser_free(parser)


def _address(pointer: Any) -> int:
    return int(_cmark.ffi.cast("intptr_t", pointer))


def _freeing(library: str | None, name: str) -> Callable[[int], object]:
    """A C function that frees a pointer, or a no-op if the library does not export it."""
    try:
        function = getattr(ctypes.CDLL(library), name)
    # Windows has no name for "all libraries of this process": there, what is freed here stays.
    except (OSError, AttributeError, TypeError):
        return lambda pointer: None
    function.argtypes, function.restype = [ctypes.c_void_p], None
    free: Callable[[int], object] = function
    return free


_free_text = _freeing(None, "free")
_free_tree = _freeing(_cmark.__file__, "cmark_node_free")
