"""Handles the events of MkDocs by running the stages of a build.

Pages of data are rendered outside MkDocs, in the document that its theme prints once. Other plugins
see only the pages written by hand: MkDocs 1.x is no longer developed, and pages of data must not
depend on its plugins (CONTRIBUTING.md, "The adapter").
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from pendopo.basics import clock
from pendopo.basics.garbage import no_last_collection
from pendopo.basics.translations import of_terminal, translations
from pendopo.build.compare import compare
from pendopo.build.debounce import Debounced
from pendopo.build.progress import Progress
from pendopo.build.publish import Published, publish, renew_index
from pendopo.build.read import read
from pendopo.build.render import Rendered, finish
from pendopo.build.reports import mishap, outcome
from pendopo.build.setup import Setup
from pendopo.build.sizes import warned
from pendopo.mkdocs import failures, faulty_settings, serving, settings, theme
from pendopo.mkdocs.agency_pages import without_navigation
from pendopo.mkdocs.divided import DIVISION
from pendopo.mkdocs.forms import generated
from pendopo.mkdocs.notice import Notice, show
from pendopo.mkdocs.problem_log import ProblemLog
from pendopo.mkdocs.session import ENGINE, KEPT_GOING, Building, KeptGoing, Session
from pendopo.mkdocs.stylesheet import without_unused
from pendopo.mkdocs.watch import watch
from pendopo.problems.problem import Problem, faults
from pendopo.problems.report import summary
from pendopo.rendering.own_templates import fault, problems
from pendopo.rendering.templates import environment
from pendopo.site.planning import plan

log = logging.getLogger("mkdocs.plugins.pendopo")


class Adapter:
    """Receives the events of one MkDocs process: of a single build, or of all while it serves."""

    def __init__(self) -> None:
        self.command: Literal["build", "gh-deploy", "serve"] = "build"
        self.session: Session | None = None
        self.building: Building | None = None
        self._open = ExitStack()
        """Resources that the build has opened: processes, the lock of its folder, a log handler."""
        self._renewal: Debounced | None = None
        self._notice = Notice()
        """Problems of a site that is served, on top of its pages."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers the command of MkDocs; without this event, as in `build()`, it is a build."""
        self.command, self.session = command, None
        logging.getLogger("mkdocs").removeHandler(self._notice)
        self._notice = Notice()
        if command == "serve":
            logging.getLogger("mkdocs").addHandler(self._notice)
        if dirty:
            log.info("--dirty changes nothing: every build does no more than what has changed.")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads what has changed in the data folder, which sets the site's name and language.

        Raises `PluginError` for wrong settings, where files cannot be read, and before the first
        build of a server for an address that cannot be served.
        """
        failures.stop(faulty_settings.problems(config), of_terminal())
        given = settings.given(config)
        folder = settings.data_folder(config)
        workspace = settings.workspace(config, serving=self.command == "serve")
        # An earlier build of this server may have failed without any event, still holding the lock.
        self._open.close()
        self.building = None
        # An index in the making holds the lock too, and would keep the reader of an edit waiting.
        if self._renewal:
            self._renewal.cancel()
        if self.command == "serve":
            host, port = config.dev_addr
            config.site_url = serving.bracketed(config.site_url or "", host)
            if not self.session:
                serving.check(host, port)
        settings.check_address(config)
        with failures.plainly("id"), self._closing():
            self._open.enter_context(workspace.locked())
            data, standing = self._kept_going.source(folder)
            pool = self._open.enter_context(ENGINE.get().pool(str(data), workspace))
            days = clock.days()
            setup = Setup(
                *(data, workspace, days["WIB"], pool, days),
                standing=standing,
                commit=settings.commit(),
                home=folder,
                division=DIVISION.get(),
                site_url=config.site_url or "",
            )
            found = read(setup)
        # Those of a sound folder have been told of the data folder, where somebody can mend them.
        problem_log = ProblemLog(found, faults_only=self._kept_going.sound is not None)
        self.session = Session(config, given, found, problem_log)
        self._notice.language = found.context.language
        theme.prepare(config, found.context.directory.portal)
        # MkDocs empties its folder before it builds, which must not be the published one.
        config.site_dir = workspace.platform
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Serves pages from the folder they are written to, and watches the data for edits.

        Only who asks for this machine is answered.
        """
        setup = self._session.read.setup
        serving.serve_from(server, setup.workspace.published, config.dev_addr.host)
        show(server, self._notice)
        edited = [str(setup.data), *filter(None, [config.theme.custom_dir])]
        watch(server, edited)
        return server

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Starts rendering the pages, in parallel to MkDocs.

        Raises `PluginError` where the data has faults, unless the site is served.
        """
        session = self._session
        found = session.read
        if faults(found.problems):
            # The build stops here, so everything that planning would find is reported at once.
            others = settings.files_by_hand(config)
            whole, unplanned = plan(found.context, found.problems, others)
            taken = settings.taken(config, whole.by_address)
            self._report(sorted({*found.problems, *unplanned, *taken}))
        self._report(found.problems)
        language = found.context.language
        with failures.plainly(language), self._closing():
            self._check_templates(session)
            building = theme.begin(session, compare(found), serving=self.command == "serve")
        logging.getLogger("mkdocs").addHandler(building.warnings)
        self._open.callback(logging.getLogger("mkdocs").removeHandler, building.warnings)
        self.building = building

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Removes files that the core generates itself or that no page uses."""
        if self._building.platform:
            return Files([])
        without_navigation(files, self._session.read.context.directory.agencies)
        if self._building.forms:
            workshop = Path(self._session.read.setup.workspace.folder)
            for file in generated(config, self._building.forms, workshop):
                files.append(file)
        stylesheet = self._session.stylesheet
        for file in list(files):
            if theme.unused(file, config):
                files.remove(file)
            elif file.src_uri == stylesheet:
                files.remove(file)
                light = without_unused(file.content_string)
                # As bytes, since MkDocs writes a text with the line ends of the system.
                files.append(File.generated(config, file.src_uri, content=light.encode()))
        return files

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any
    ) -> None:
        """Adds the portal's shell to a page written by hand."""
        theme.surround(page, self._building)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Waits for the pages and publishes everything, unless `--strict` fails the build.

        Raises `PluginError` where the data has faults or files cannot be written.
        """
        # By its priority it runs last: other plugins may change the files that MkDocs has written.
        building = self._building
        context = building.rendered_by.site.context
        sound = not building.warnings.get_counts()
        with failures.plainly(context.language), self._open:
            rendered = self._rendered(config, building)
            if not _failed(config):
                published = self._published(building, rendered, sound=sound)
                log.info(outcome(published.outcome, context.language))
                # As information: a logged warning would fail a build for a server without limits.
                if warning := warned(published.outcome.size, context.language):
                    log.info(warning)
                if self.command == "serve":
                    work = partial(_renew_index, published, context.language)
                    self._renewal = Debounced(work)
                else:
                    no_last_collection()
        config.site_dir = self._session.read.setup.workspace.published

    def on_build_error(self, error: Exception) -> None:
        """Closes everything that is open; the last published site stays as it is.

        Raises `PluginError` with one sentence where the system refused a part of MkDocs something,
        or a template of the publisher failed there.
        """
        self._open.close()
        language = self._session.read.context.language if self.session else "id"
        if isinstance(error, OSError | MemoryError):
            with failures.plainly(language):
                raise error
        if self.session and (found := fault(error, self.session.templates)):
            raise PluginError(failures.told(found, language)) from error

    @contextmanager
    def _closing(self) -> Iterator[None]:
        """Closes everything that is open where something fails, or after an interruption."""
        try:
            yield
        except BaseException as error:
            self._open.__exit__(type(error), error, None)
            raise

    @property
    def _kept_going(self) -> KeptGoing:
        """What to publish where some agencies have faults; nothing, unless that was asked for."""
        return KEPT_GOING.get() or KeptGoing()

    @property
    def _session(self) -> Session:
        if self.session is None:
            raise PluginError("MkDocs has read no configuration.")
        return self.session

    @property
    def _building(self) -> Building:
        if self.building is None:
            raise PluginError("MkDocs has begun no build.")
        return self.building

    def _check_templates(self, session: Session) -> None:
        """Logs what is wrong with the publisher's templates, and raises `PluginError` for it."""
        context, files = session.read.context, session.templates
        found = problems(files, environment(context.language, files, context.kinds))
        failures.stop(found, context.language)

    def _rendered(self, config: MkDocsConfig, building: Building) -> Rendered:
        """Waits for all pages, and reports the problems that were found by planning them."""
        language = building.rendered_by.site.context.language
        with Progress(language, log) as progress:
            others = settings.files_by_hand(config)
            rendered = finish(building.rendering, progress.show, others)
        found = [*rendered.problems]
        if settings.by_hand(config).keys() & {address for address, _ in rendered.pages}:
            # Planned again for the sources of the pages, which the results of workers do not have.
            whole, _ = plan(building.rendering.context)
            found += settings.taken(config, whole.by_address)
        self._report(found)
        return rendered

    def _published(self, building: Building, rendered: Rendered, *, sound: bool) -> Published:
        """Publishes everything, including MkDocs's own part."""
        if building.platform:
            return publish(rendered, building.platform, None)
        # An empty key never matches: after a warning MkDocs runs again, so that it is shown again.
        made = self._session.read.setup.workspace.platform
        return publish(rendered, building.made(made, key=building.key if sound else ""), made)

    def _report(self, problems: Sequence[Problem]) -> None:
        """Logs problems. Raises `PluginError` if any is a fault, unless serving the site."""
        problems = self._session.problem_log.add(problems)
        if faults(problems) and self.command != "serve":
            self._kept_going.faults = faults(problems)
            language = self._session.read.context.language
            raise PluginError(summary(problems, translations(language)))


def _renew_index(published: Published, language: str, cancelled: Event) -> None:
    """Updates the search index after an edit that is served already. Logs `OSError`."""
    try:
        renew_index(published, cancelled)
    except OSError as error:
        log.error(mishap(error, language))


def _failed(config: MkDocsConfig) -> bool:
    """Whether `--strict` will fail the build, which any logged warning makes it do."""
    handlers = [each for each in logging.getLogger("mkdocs").handlers if type(each) is CountHandler]
    return config.strict and any(each.get_counts() for each in handlers)
