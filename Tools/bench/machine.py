"""What was measured, and on what: the lines before the table."""

import os
import platform
import subprocess
from datetime import date

from border import TOP


def first_line(*command: str) -> str:
    try:
        done = subprocess.run(command, cwd=TOP, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout.strip().partition("\n")[0]


def processor() -> str:
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.partition(":")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return first_line("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()


def revision() -> str:
    """The commit, and whether files differ from it."""
    commit = first_line("git", "rev-parse", "--short", "HEAD")
    changed = first_line("git", "status", "--porcelain", "--untracked-files=no")
    return (commit or "of no known commit") + (" with changes" if changed else "")


def lines(core: int | None, build: str) -> list[str]:
    where = f"pinned to one of {os.cpu_count()} cores" if core is not None else f"{os.cpu_count()} cores, not pinned"
    return [
        f"{date.today().isoformat()}, Overflight {revision()}",
        f"{processor()}, {where}; {platform.system()} {platform.release()}",
        f"{first_line('swift', '--version')}; {build}",
    ]
