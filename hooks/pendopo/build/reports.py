"""Reports for people: the outcome of a build, and failures that are not problems of the data."""

import errno
from concurrent.futures import BrokenExecutor
from decimal import Decimal

from pendopo.basics.translations import N_, Translate, number, translations
from pendopo.build.division import ShareRefusedError
from pendopo.build.engine import EngineError
from pendopo.build.publish import Outcome
from pendopo.build.sizes import told
from pendopo.reading.entry import ChangedError
from pendopo.stores.failures import StoreError

IN_USE = (5, 32, 33)
"""What Windows says of a file that another program has open, or of a folder with such a file."""
FAILURES = (ShareRefusedError, ChangedError, StoreError, BrokenExecutor, MemoryError, OSError)
"""What `mishap` has a sentence on."""
STAGES = {
    "read": N_("read {time} s"),
    "compare": N_("compared {time} s"),
    "render": N_("rendered {time} s"),
    "write": N_("wrote {time} s"),
    "index": N_("indexed {time} s"),
}


def outcome(done: Outcome, language: str) -> str:
    """The outcome of a build in one line: numbers of pages, seconds by stage, size of the site."""
    translate = translations(language).gettext
    counts = {
        name: number(count, language)
        for name, count in (("built", done.built), ("kept", done.kept), ("removed", done.removed))
    }
    stages = ", ".join(
        translate(STAGES[name]).format(time=number(round(Decimal(seconds), 2), language))
        for name, seconds in done.stages.items()
    )
    said = translate("Pages: {built} built, {kept} kept, {removed} removed")
    return f"{said.format(**counts)} ({stages}). {told(done.size, language)}"


def mishap(error: Exception, language: str) -> str:
    """A sentence on a failure and what to do about it.

    Raises `error` itself if it is none of `FAILURES`.
    """
    _ = translations(language).gettext
    match error:
        case ShareRefusedError() | EngineError() | StoreError():
            return _told(error, _)
        case ChangedError():
            return _("{file} was changed meanwhile. Start again.").format(file=error)
        case BrokenExecutor():
            return _("The system has ended a process, perhaps for want of memory. Start again.")
        case MemoryError():
            return _("There is not enough memory. End other programs and start again.")
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return _("The disk is full. Free some space and start again.")
        case OSError():
            return _mishap_of_file(error, _)
    raise error


def _told(error: ShareRefusedError | EngineError | StoreError, _: Translate) -> str:
    if isinstance(error, StoreError):
        return error.told(_)
    return _(error.sentence).format(**error.values)


def _mishap_of_file(error: OSError, _: Translate) -> str:
    if error.filename is None:
        return _("The system refused: {reason}.").format(reason=error.strerror or error)
    if getattr(error, "winerror", None) in IN_USE:
        said = _("{file} is perhaps open in another program. Close it there and start again.")
        return said.format(file=error.filename)
    # A program may have left many lines; the first says what happened.
    file, reason = error.filename, (error.strerror or str(error)).partition("\n")[0]
    return _("{file} could not be used: {reason}.").format(file=file, reason=reason)
