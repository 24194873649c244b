"""Problems on top of the pages of a site that is served, until they are mended."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from pendopo.basics.translations import of_terminal, translations

MOST = 20
"""Problems that are shown; of the others, only the number is."""
FILES = {
    f"/livereload/{name}": (Path(__file__).with_name("on_pages") / name, content_type)
    for name, content_type in (
        ("problems.css", "text/css; charset=utf-8"),
        ("problems.js", "application/javascript"),
    )
}
"""What the notice loads: from the server alone, so that no published site has it."""
BODY = re.compile(rb"<body[^>]*>")
MARKS = re.compile(r"[ |^]+")
"""A line of signs below a line of a file, which nobody needs to hear."""

log = logging.getLogger("mkdocs.plugins.pendopo")


class Notice(logging.Handler):
    """What the log of a build has told as errors, as a notice for its pages.

    `language` is that of the notice. A build that is under way changes nothing of what is shown.
    """

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.language = of_terminal()
        self.told: list[str] = []
        self.shown: Sequence[str] = ()

    def emit(self, record: logging.LogRecord) -> None:
        """Takes an error of the build that is under way."""
        self.told.append(record.getMessage())

    def finish(self) -> None:
        """Shows what has been told since the last build."""
        self.shown, self.told = self.told, []

    def going_on(self, build: Callable[[], None]) -> Callable[[], None]:
        """`build`, after whose failure the server goes on showing the pages that there are."""

        def built() -> None:
            try:
                build()
            except (Exception, SystemExit) as error:
                # MkDocs ends with "Aborted" after it has told what is wrong.
                foreseen = isinstance(error, MkDocsException | SystemExit)
                if not (self.told and foreseen):
                    log.error(str(error) or type(error).__name__, exc_info=not foreseen)
            self.finish()

        return built

    def on(self, document: bytes) -> bytes:
        """A page with the notice as the first part of its body, where there is anything to tell."""
        found = BODY.search(document)
        if not self.shown or not found:
            return document
        return document[: found.end()] + self._notice().encode() + document[found.end() :]

    def _notice(self) -> Markup:
        catalogue = translations(self.language)
        _, count = catalogue.gettext, len(self.shown)
        found = catalogue.ngettext(
            "{count} problem was found", "{count} problems were found", count
        ).format(count=count)
        more = _("{count} more problems; pendopo check lists all of them.")
        return PANEL.format(
            lang=self.language,
            found=found,
            told=_("What is faulty stays as it was last shown, or is left out."),
            problems=Markup().join(map(_problem, self.shown[:MOST])),
            more=MORE.format(more.format(count=count - MOST)) if count > MOST else "",
            close=_("Close this notice"),
        )


PANEL = Markup("""
<dialog open class="problems" aria-labelledby="problems-found" lang="{lang}">
<link rel="stylesheet" href="/livereload/problems.css">
<div role="alert"><p id="problems-found">{found}.</p><p>{told}</p></div>
<ol>{problems}</ol>{more}
<form method="dialog"><button>{close}</button></form>
<script src="/livereload/problems.js"></script>
</dialog>
""")
MORE = Markup("<p>{}</p>")
SILENT = Markup('<span aria-hidden="true">{}</span>')


def _problem(told: str) -> Markup:
    """A problem as the log tells it: its place with what is wrong, and lines that are indented."""
    first, *others = told.split("\n")
    lines = Markup("\n").join(map(_line, _unindented(others)))
    below = Markup("<pre>{}</pre>").format(lines) if others else ""
    return Markup("<li><p>{}</p>{}</li>").format(first, below)


def _unindented(lines: Iterable[str]) -> Iterator[str]:
    return (each.removeprefix("    ") for each in lines)


def _line(line: str) -> Markup:
    return SILENT.format(line) if MARKS.fullmatch(line) else escape(line)


def show(server: LiveReloadServer, notice: Notice) -> None:
    """Lets `server` put the notice on its pages, and go on after a build that failed."""
    inject, serve = server._inject_js_into_html, server._serve_request

    def answer(environ: Any, start_response: Any) -> Iterable[bytes] | None:
        if environ.get("PATH_INFO") not in FILES:
            return serve(environ, start_response)
        file, content_type = FILES[environ["PATH_INFO"]]
        start_response("200 OK", [("Content-Type", content_type)])
        return [file.read_bytes()]

    server._inject_js_into_html = lambda content, epoch: inject(notice.on(content), epoch)  # type: ignore[method-assign,no-untyped-call]
    server._serve_request = answer  # type: ignore[method-assign]
    server.builder = notice.going_on(server.builder)
    notice.finish()
