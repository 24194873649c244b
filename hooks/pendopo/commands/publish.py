"""`pendopo publish`: a site in a store of objects, or wherever fsspec can write."""

import sys
import time
from pathlib import Path

import click

from pendopo.basics.translations import Translate, file_size, number, of_terminal
from pendopo.commands.planned import FAULTY
from pendopo.problems.problem import printable
from pendopo.publishing.failures import NOT_PACKED, PublishingError
from pendopo.publishing.plan import Plan, check, foreign, plan
from pendopo.publishing.records import Known, known
from pendopo.publishing.run import Run
from pendopo.publishing.site import LocalSite, site_in
from pendopo.stores.failures import StoreError
from pendopo.stores.store import Store

PAUSE = 5.0
"""Seconds between two lines that tell how far it is."""


def command(translate: Translate) -> click.Command:
    """The command, with its help in the language of `translate`."""
    help_ = translate(
        "Publish a site to ADDRESS, such as s3://BUCKET/FOLDER: only what has changed goes up."
    )

    @click.command("publish", help=help_)
    @click.argument("address")
    @click.option(
        "--site",
        type=click.Path(path_type=Path),
        default=Path("site"),
        metavar=translate("FOLDER"),
        help=translate("The folder of the site; without this option site/."),
    )
    @click.option(
        "--dry-run", is_flag=True, help=translate("Tell what would go up and be deleted, no more.")
    )
    @click.option(
        "--gzip",
        is_flag=True,
        help=translate("Store texts packed, for a store that packs nothing."),
    )
    @click.option(
        "--take-over",
        is_flag=True,
        help=translate("Replace files of the same names, or another site, that are there."),
    )
    def publish(address: str, site: Path, dry_run: bool, gzip: bool, take_over: bool) -> int:
        try:
            found = site_in(site, gzip)
            store = _store(address, site, gzip)
            _published(store, found, translate, dry_run=dry_run, take_over=take_over)
        except StoreError as error:
            print(error.told(translate), file=sys.stderr)
            return FAULTY
        return 0

    return publish


def _store(address: str, site: Path, packed: bool) -> Store:
    store = Store(address)
    if packed and not store.takes_headers:
        raise PublishingError(NOT_PACKED, address=store.address)
    store.apart_from(site)
    return store


def _published(
    store: Store, site: LocalSite, translate: Translate, *, dry_run: bool, take_over: bool
) -> None:
    there = known(store)
    stay = 0
    if there.published is None:
        stay = foreign(store.address, store.paths(), there, site.files.keys(), take_over)
    found = plan(site.files, there.marks)
    if not take_over:
        check(store.address, found, there.marks)
    _tell_before(store, there, found, stay, translate)
    if dry_run:
        _list(site, found)
        return
    if there.published is None or there.unfinished or found.uploads or found.deletions:
        Run(store, site, there, found, _Progress(len(found.uploads), translate)).whole()
    print(translate("{address} is up to date.").format(address=store.address))


def _tell_before(store: Store, there: Known, found: Plan, stay: int, translate: Translate) -> None:
    language = of_terminal()
    if there.unfinished:
        print(translate("A run was broken off; this one goes on where it stopped."))
    elif there.published is None:
        print(translate("Nothing was published to {address} yet.").format(address=store.address))
    if stay:
        said = translate("{count} files there are not Pendopo's, and stay.")
        print(said.format(count=number(stay, language)))
    if not store.takes_headers:
        print(
            translate(
                "Types and times to keep files are stored with the files on s3:// alone; elsewhere "
                "the server that shows them must know them."
            )
        )
    said = translate("To upload: {files} ({size}). To delete: {gone}. Unchanged: {kept}.")
    counts = {"files": len(found.uploads), "gone": len(found.deletions), "kept": found.kept}
    shown = {name: number(count, language) for name, count in counts.items()}
    print(said.format(**shown, size=file_size(found.size, language) if found.size else "0 KB"))


def _list(site: LocalSite, found: Plan) -> None:
    language = of_terminal()
    for path in found.uploads:
        print(f"+ {printable(path, None)} ({file_size(site.files[path].size, language)})")
    for path in found.deletions:
        print(f"- {printable(path, None)}")


class _Progress:
    """Tells now and then how many files are up."""

    def __init__(self, count: int, translate: Translate) -> None:
        self.count, self.translate, self.told = count, translate, time.monotonic()

    def __call__(self, done: int) -> None:
        if time.monotonic() - self.told >= PAUSE:
            self.told = time.monotonic()
            language = of_terminal()
            said = self.translate("{done} of {count} files are up.")
            shown = {"done": number(done, language), "count": number(self.count, language)}
            print(said.format(**shown), file=sys.stderr, flush=True)
