#!/usr/bin/env python3
"""Set up, try, check and test kdcurator: `python3 run.py` lists the tasks.

Owns the table of tasks and the virtual environment they run in. Needs nothing but Python: it is one
file of the standard library, and holds to the syntax of Python 3.6, so that an old Python prints a
sentence and no SyntaxError. It must not import the program, which may not be installed yet.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - people start this with whatever Python they have
    sys.exit(
        "kdcurator needs Python 3.11 or newer, and this is Python {}.{}.\n"
        "Install a newer one and start with it, for example: python3.12 run.py".format(
            *sys.version_info[:2]
        )
    )

import ctypes
import enum
import hashlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

# --- The tasks -----------------------------------------------------------------------------------


class Need(enum.Enum):
    """What must be installed before a task can run."""

    NOTHING = "nothing"
    PROGRAM = "the program"
    TOOLS = "the program and the tools of its developers"


@dataclass(frozen=True)
class Task:
    """One row of the table: what a task is for and what it runs.

    The tasks named in `first` and then the commands all run, also after one of them failed, so
    that a blank too many never hides a red test. Arguments go to each of the commands.
    """

    summary: str
    need: Need = Need.TOOLS
    first: tuple[str, ...] = ()
    commands: tuple[tuple[str, ...], ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)


_LOCK = (
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header"),
)

_WORDS = (
    *("-extensions", "py", "-no-obsolete", "-locations", "none"),
    *("-source-language", "en", "-target-language", "da", "kdcurator"),
)

_ON_ALL_CORES = ("--numprocesses=auto", "--dist=worksteal")

TASKS = {
    "setup": Task("make .venv and install the program in it", Need.PROGRAM),
    "demo": Task(
        "do the main job on the articles in seeds/, into demo-output/",
        Need.PROGRAM,
        commands=(("kdcurator", "demo", "--output", "demo-output"),),
    ),
    "pictures": Task(
        "take pictures of every state of the window, into pictures-output/",
        commands=(("python", "-m", "kdcurator.gui.pictures", "pictures-output"),),
        environment={"QT_QPA_PLATFORM": "offscreen"},
    ),
    "test": Task(
        "run `check`, then the tests, without a screen; arguments go to pytest",
        first=("check",),
        commands=(("python", "-m", "pytest", *_ON_ALL_CORES),),
        environment={"QT_QPA_PLATFORM": "offscreen"},
    ),
    "check": Task("run `style`, `types` and `layers`", first=("style", "types", "layers")),
    "style": Task(
        "look for untidy code (ruff)",
        commands=(("ruff", "format", "--check", "."), ("ruff", "check", ".")),
    ),
    "types": Task("check the types (mypy)", commands=(("mypy",),)),
    "layers": Task("check that imports go downwards only", commands=(("lint-imports",),)),
    "format": Task(
        "tidy the code (ruff)",
        commands=(("ruff", "check", "--fix", "."), ("ruff", "format", ".")),
    ),
    "words": Task(
        "list new sentences of the window in resources/i18n, to be translated (Qt Linguist)",
        commands=(("pyside6-lupdate", *_WORDS, "-ts", "resources/i18n/kdcurator_da.ts"),),
    ),
    "bench": Task(
        "measure the program; --long adds what takes minutes",
        commands=(("python", "-m", "tests.benchmarks.run"),),
    ),
    "bench-search": Task(
        "measure searches beside their peers; --small takes minutes less, --again too",
        commands=(("python", "-m", "tests.benchmarks.searching"),),
    ),
    "faults": Task(
        "kill, fill up, cut off and damage the program's libraries; say what was lost",
        commands=(("python", "-m", "tests.faults.run"),),
        environment={"QT_QPA_PLATFORM": "offscreen"},
    ),
    "fixture": Task(
        "keep a library of the present layout for the tests of all later ones",
        commands=(("python", "-m", "tests.fixtures.present"),),
    ),
    "lock": Task(
        "pin the requirements anew from pyproject.toml (needs uv; --upgrade for newer ones)",
        Need.NOTHING,
        commands=(
            (*_LOCK, "--group", "build", "-o", "requirements-build.txt"),
            (*_LOCK, "pyproject.toml", "-o", "requirements.txt"),
            (*_LOCK, "pyproject.toml", "--extra", "dev", "-o", "requirements-dev.txt"),
        ),
    ),
}

# --- What they run in ----------------------------------------------------------------------------

_BUILD = "requirements-build.txt"
_PROJECT = "pyproject.toml"
LISTS = {
    Need.PROGRAM: ("requirements.txt",),
    Need.TOOLS: ("requirements.txt", "requirements-dev.txt"),
}
"""The pinned requirements for each need; the last of them holds all the others."""

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",  # newer releases call it libglib2.0-0t64; apt knows both
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""The system libraries that Qt links to even without a screen, and Debian's package of each."""

SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""What it links to besides to open a window on X11."""

_STDERR = 2  # what set-up prints goes there, so that a task's output can be piped

QT_PROBE = (
    "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'; "
    "from PySide6.QtWidgets import QApplication; QApplication([])"
)


class SetupFailed(Exception):
    """Tell what stands in the way and what to do about it."""


class Run(Protocol):
    """What runs a command: in real life or, in tests, on paper."""

    def __call__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
        """Run a command, with these variables besides its own, and return its exit code."""


@dataclass(frozen=True)
class Checkout:
    """A working copy of the project and the virtual environment inside it."""

    root: Path
    windows: bool = os.name == "nt"

    @property
    def venv(self) -> Path:
        """Return the folder of the virtual environment."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """Return the file that remembers what the environment was made from."""
        return self.venv / "made-from.json"

    def program(self, name: str) -> Path:
        """Return where the environment keeps a program."""
        return self.venv / "Scripts" / (name + ".exe") if self.windows else self.venv / "bin" / name


def wanted(checkout: Checkout, need: Need) -> dict[str, str]:
    """Describe the environment that a need asks for: its Python, its place, its lists' sums."""
    names = (_BUILD, *LISTS[need], _PROJECT)
    sums = {name: hashlib.sha256((checkout.root / name).read_bytes()).hexdigest() for name in names}
    return {"python": platform.python_version(), "folder": str(checkout.root), **sums}


def found(checkout: Checkout) -> dict[str, str]:
    """Return what the environment was made from; nothing if it is absent, broken or half-made."""
    if not (checkout.program("python").exists() and checkout.program("kdcurator").exists()):
        return {}
    try:
        stamp = json.loads(checkout.stamp.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


@dataclass(frozen=True)
class Plan:
    """What set-up has to do: make the environment anew, install a list, install the program."""

    remake: bool
    requirements: str | None
    program: bool

    def __bool__(self) -> bool:
        """Tell whether there is anything to do."""
        return self.remake or self.requirements is not None or self.program


def plan(want: Mapping[str, str], have: Mapping[str, str]) -> Plan:
    """Compare what is wanted with what is there.

    A list, Python or folder that changed means a new environment, so that nothing which the lists
    no longer name is left in it. A change of pyproject.toml alone installs the program again.
    """
    remake = not have or any(
        have.get(key, want[key]) != want[key] for key in want if key != _PROJECT
    )
    missing = [name for name in want if name.endswith(".txt") and (remake or name not in have)]
    return Plan(
        remake,
        requirements=missing[-1] if missing else None,
        program=remake or have.get(_PROJECT) != want[_PROJECT],
    )


def set_up(checkout: Checkout, need: Need, run: Run, system: "System") -> None:
    """Bring the environment to what the need asks for; return at once when it is there."""
    want, have = wanted(checkout, need), found(checkout)
    todo = plan(want, have)
    if not todo:
        return
    prepare_system(system, run)
    if have:
        checkout.stamp.unlink()
    for purpose, command in steps(checkout, todo):
        say(f"{purpose} ...")
        if run(command) != 0:
            raise SetupFailed(
                f"Set-up stopped: {purpose[0].lower()}{purpose[1:]} failed, see above."
            )
    kept = {} if todo.remake else have
    checkout.stamp.write_text(json.dumps({**kept, **want}, indent=1), "utf-8")
    say(f"Ready: {checkout.program('kdcurator').relative_to(checkout.root)}")


def steps(checkout: Checkout, todo: Plan) -> Iterable[tuple[str, list[str]]]:
    """Yield what set-up does, each step with its purpose and command."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    pip = [str(checkout.program("python")), "-m", "pip", "--disable-pip-version-check"]
    install = [*pip, "install", *quiet]
    if todo.remake:
        python = getattr(sys, "_base_executable", None) or sys.executable  # not .venv's own
        yield "Making .venv", [python, "-m", "venv", "--clear", str(checkout.venv)]
        yield "Installing pip as pinned", [*install, "--require-hashes", "-r", _BUILD]
    if todo.requirements:
        purpose = f"Installing {todo.requirements}"
        yield purpose, [*install, "--require-hashes", "-r", todo.requirements]
    if todo.program:
        options = ["--no-deps", "--no-build-isolation"]
        yield "Installing the program", [*install, *options, "--editable", "."]
    yield "Starting Qt", [str(checkout.program("python")), "-c", QT_PROBE]


# --- The system below it -------------------------------------------------------------------------


@dataclass(frozen=True)
class System:
    """What this computer has, as far as set-up depends on it."""

    linux: bool
    debian: bool
    root: bool
    screen: bool
    own_python: bool
    """Whether the system's packages brought this Python."""
    can_make_environments: bool
    loads: Callable[[str], bool]
    """Tell whether a system library can be loaded."""


def this_system() -> System:
    """Look at this computer."""
    return System(
        linux=sys.platform == "linux",
        debian=shutil.which("apt-get") is not None,
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        screen=bool(os.environ.get("DISPLAY")),
        own_python=sys.base_prefix == "/usr",
        can_make_environments=importlib.util.find_spec("ensurepip") is not None,
        loads=_loads,
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(system: System) -> list[str]:
    """Name Debian's packages of all that set-up, and Qt without a screen, lack here."""
    packages = []
    if not system.can_make_environments and system.own_python:
        packages.append(f"python3.{sys.version_info.minor}-venv")
    if system.linux:
        packages += [QT_LIBRARIES[name] for name in QT_LIBRARIES if not system.loads(name)]
    return packages


def prepare_system(system: System, run: Run) -> None:
    """Install what the system lacks, or raise with the one command that does."""
    if not (system.can_make_environments or (system.debian and system.own_python)):
        raise SetupFailed(
            f"This Python ({sys.executable}) comes without `ensurepip` and cannot make a virtual"
            " environment. Start run.py with another one."
        )
    packages = missing_packages(system)
    if packages and not system.debian:
        raise SetupFailed(
            "Qt needs system libraries that are not here. Install the packages that hold them, then"
            f" try again: {', '.join(name for name in QT_LIBRARIES if not system.loads(name))}"
        )
    if packages and not system.root:
        raise SetupFailed(
            "This system lacks packages that kdcurator needs. Install them, then try again:\n"
            f"    {command_for_the_user(packages)}"
        )
    if packages:
        install_packages(packages, run)
    advise_on_screen(system)


def install_packages(packages: list[str], run: Run) -> None:
    """Install Debian packages, waiting for a package tool that already runs."""
    say(f"Installing system packages: {' '.join(packages)} ...")
    quietly = {"DEBIAN_FRONTEND": "noninteractive"}
    for command in apt_commands(packages):
        if run(command, quietly) != 0:
            raise SetupFailed(f"Set-up stopped: `{shlex.join(command)}` failed, see above.")


def apt_commands(packages: list[str]) -> list[list[str]]:
    """Return the commands that install packages on a system whose lists may be old or absent."""
    wait = ["-o", "DPkg::Lock::Timeout=120"]  # seconds; a new machine updates itself at first
    return [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "-y", *wait, "--no-install-recommends", *packages],
    ]


def command_for_the_user(packages: list[str]) -> str:
    """Return the one line that installs packages for somebody who is not root."""
    become = "sudo sh -c" if shutil.which("sudo") else "su -c"
    install = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    return f'{become} "apt-get update && {install}"'


def advise_on_screen(system: System) -> None:
    """Tell which packages a window on this screen will need; the rest works without them."""
    if not (system.linux and system.debian and system.screen):
        return
    packages = [SCREEN_LIBRARIES[name] for name in SCREEN_LIBRARIES if not system.loads(name)]
    if packages:
        say(f"For a window on this screen, also run:\n    {command_for_the_user(packages)}")


# --- Running them --------------------------------------------------------------------------------


def perform(name: str, arguments: list[str], checkout: Checkout, run: Run) -> int:
    """Run a task whose needs are met; return the exit code of the first thing that failed."""
    task = TASKS[name]
    codes = [perform(other, [], checkout, run) for other in task.first]
    for command in task.commands:
        line = [locate(command[0], task.need, checkout), *command[1:], *arguments]
        say(f"$ {shlex.join([command[0], *line[1:]])}")
        codes.append(run(line, task.environment))
    failed = [code for code in codes if code != 0]
    return failed[0] if failed else 0


def locate(name: str, need: Need, checkout: Checkout) -> str:
    """Return the path of a program: the environment's, or the user's own where none is needed."""
    if need is not Need.NOTHING:
        return str(checkout.program(name))
    path = shutil.which(name)
    if path is None:
        raise SetupFailed(f"`{name}` is not installed. With it, this task runs:\n{_lines(name)}")
    return path


def _lines(program: str) -> str:
    commands = [row for task in TASKS.values() for row in task.commands if row[0] == program]
    return "\n".join(f"    {shlex.join(command)}" for command in commands)


def run_command(root: Path, output: int | None = None) -> Run:
    """Return what runs commands in a folder and tells their exit codes as a shell would.

    Their standard output goes to the file descriptor `output`, where one is given.
    """

    def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
        try:
            done = subprocess.run(  # noqa: S603 - commands come from the tables above
                command,
                cwd=root,
                env={**os.environ, **(environment or {})},
                stdout=output,
                check=False,
            )
        except FileNotFoundError:
            say(f"There is no {command[0]}.")
            return 127
        return 128 - done.returncode if done.returncode < 0 else done.returncode

    return run


def say(sentence: str) -> None:
    """Tell the user something, beside what a task prints as its result."""
    sys.stdout.flush()
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - a program that speaks to people


def listing() -> str:
    """Return the tasks as people read them."""
    rows = [f"  {name:<9} {task.summary}" for name, task in TASKS.items()]
    return "\n".join(["usage: python3 run.py TASK [ARGUMENT ...]", "", *rows])


def main(arguments: list[str]) -> int:
    """Run the task that the command line names and return the exit code."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(listing())  # noqa: T201
        return 0
    name, *rest = arguments
    if name not in TASKS:
        say(f"There is no task `{name}`.\n{listing()}")
        return 2
    if rest and not TASKS[name].commands:
        say(f"`{name}` takes no arguments.")
        return 2
    checkout = Checkout(Path(__file__).resolve().parent)
    try:
        if TASKS[name].need is not Need.NOTHING:
            beside = run_command(checkout.root, output=_STDERR)
            set_up(checkout, TASKS[name].need, beside, this_system())
        return perform(name, rest, checkout, run_command(checkout.root))
    except SetupFailed as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
