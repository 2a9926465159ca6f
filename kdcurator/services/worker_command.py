"""How the program's second process is started.

Owns the command alone, for whoever starts one. Must not know what it is asked for.
"""

import sys
from pathlib import Path

import kdcurator


def worker_command() -> list[str]:
    """Return what makes this Python, or this bundle of it, the worker."""
    is_bundle = getattr(sys, "frozen", False)
    return [sys.executable, *([] if is_bundle else ["-m", "kdcurator"]), "--worker"]


def worker_folder() -> Path:
    """Return where the worker runs: Python looks for the package in its working folder first."""
    return Path(kdcurator.__file__).parent.parent
