"""What a build did, and what went wrong beside the data, as a person reads it."""

from concurrent.futures import BrokenExecutor
from decimal import Decimal

from pendopo.basics.translations import N_, number, translations
from pendopo.build.publish import Outcome
from pendopo.reading.entry import ChangedError

STAGES = {
    "read": N_("read {time} s"),
    "compare": N_("compared {time} s"),
    "render": N_("rendered {time} s"),
    "write": N_("wrote {time} s"),
    "index": N_("indexed {time} s"),
}


def outcome(done: Outcome, language: str) -> str:
    """What a build did, in one line."""
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
    return f"{said.format(**counts)} ({stages})."


def mishap(error: Exception, language: str) -> str:
    """What went wrong beside the data, and what to do."""
    _ = translations(language).gettext
    match error:
        case ChangedError():
            return _("{file} was changed meanwhile. Start again.").format(file=error)
        case BrokenExecutor():
            return _("The system has ended a process, perhaps for want of memory. Start again.")
        case OSError():
            file, reason = error.filename, error.strerror
            return _("{file} could not be used: {reason}.").format(file=file, reason=reason)
    raise error
