"""The events of MkDocs.

The file that `hooks:` of mkdocs.yml names has one line: `from pendopo.mkdocs.hooks import *`.
"""

from pendopo.mkdocs.adapter import Adapter

adapter = Adapter()

on_startup = adapter.on_startup
on_config = adapter.on_config
on_serve = adapter.on_serve
on_pre_build = adapter.on_pre_build
on_files = adapter.on_files
on_page_context = adapter.on_page_context
on_post_build = adapter.on_post_build
on_build_error = adapter.on_build_error
