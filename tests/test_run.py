"""run.py: its table, what set-up decides, and what it says when something is missing."""

import ast
import json
import os
import re
import runpy
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

import run
from run import TASKS, Checkout, Need, Plan, SetupFailed, System

SCRIPT = Path(run.__file__)
LISTS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt")


@dataclass
class Notes:
    """Notes commands down; those with a word of `failing` in them fail with its exit code."""

    failing: Mapping[str, int] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    environments: list[Mapping[str, str]] = field(default_factory=list)

    def __call__(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
        line = " ".join(command)
        self.commands.append(line)
        self.environments.append(environment or {})
        return next((code for word, code in self.failing.items() if word in line), 0)


COMPLETE = System(
    linux=True,
    debian=True,
    root=True,
    screen=False,
    own_python=True,
    can_make_environments=True,
    loads=lambda _: True,
)
BARE = replace(COMPLETE, can_make_environments=False, loads=lambda _: False)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    for name in (*LISTS, "pyproject.toml"):
        (tmp_path / name).write_text(f"# {name}\n", encoding="utf-8")
    return Checkout(tmp_path, windows=False)


def _make(checkout: Checkout, need: Need) -> None:
    """Set up on paper: the files that a real set-up leaves, without what is inside them."""
    checkout.program("python").parent.mkdir(parents=True, exist_ok=True)
    for name in ("python", "kdcurator"):
        checkout.program(name).touch()
    run.set_up(checkout, need, Notes(), COMPLETE)


# --- An old Python ---


def test_an_old_python_can_read_the_file() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))

    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9"):
        runpy.run_path(str(SCRIPT))


def test_the_file_needs_the_standard_library_alone() -> None:
    nodes = list(ast.walk(ast.parse(SCRIPT.read_text("utf-8"))))
    imported = {
        alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


# --- The table ---


def test_the_list_names_every_task_with_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == 0

    listed = capsys.readouterr().out
    assert all(f"  {name}" in listed and task.summary in listed for name, task in TASKS.items())


@pytest.mark.parametrize("name", ["setup", "demo", "test", "check", "bench", "pictures"])
def test_the_promised_tasks_are_there(name: str) -> None:
    assert name in TASKS


def test_every_prerequisite_is_an_earlier_kind_of_task() -> None:
    for task in TASKS.values():
        assert all(TASKS[name].need is task.need for name in task.first)


@pytest.mark.parametrize(
    ("arguments", "said"), [(["tset"], "no task `tset`"), (["check", "-x"], "takes no arguments")]
)
def test_a_wrong_command_line_is_a_usage_error(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(arguments) == 2
    assert said in capsys.readouterr().err


# --- Running tasks ---


def test_test_checks_first_and_then_hands_the_arguments_to_pytest(checkout: Checkout) -> None:
    notes = Notes()

    assert run.perform("test", ["-k", "tags"], checkout, notes) == 0
    programs = [re.sub(r"\S*/bin/", "", line) for line in notes.commands]
    assert programs == [
        "ruff format --check .",
        "ruff check .",
        "mypy",
        "lint-imports",
        "python -m pytest --numprocesses=auto --dist=worksteal -k tags",
    ]
    assert notes.environments[-1] == {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize(
    ("failing", "code"),
    [
        ({"bin/mypy": 1, "-m pytest": 5}, 1),
        ({"-m pytest": 5}, 5),
        ({"ruff check": 3, "bin/mypy": 1}, 3),
    ],
)
def test_the_first_failure_decides_and_hides_nothing(
    failing: dict[str, int], code: int, checkout: Checkout
) -> None:
    notes = Notes(failing)

    assert run.perform("test", [], checkout, notes) == code
    assert len(notes.commands) == 5


def test_demo_passes_its_options_through(checkout: Checkout) -> None:
    notes = Notes()
    run.perform("demo", ["--no-window"], checkout, notes)

    program = checkout.program("kdcurator")
    assert notes.commands == [f"{program} demo --output demo-output --no-window"]


def test_lock_passes_its_options_to_every_list(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", str)
    notes = Notes()
    run.perform("lock", ["--upgrade"], checkout, notes)

    written = [re.findall(r"-o (\S+) --upgrade$", line) for line in notes.commands]
    assert written == [[name] for name in LISTS]


def test_lock_without_uv_prints_its_commands(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(SetupFailed) as caught:
        run.perform("lock", [], checkout, Notes())
    assert all(f"-o {name}" in str(caught.value) for name in LISTS)
    assert str(caught.value).count("--universal") == len(LISTS)


@pytest.mark.parametrize(("source", "code"), [("pass", 0), ("raise SystemExit(7)", 7)])
def test_a_command_tells_its_exit_code(source: str, code: int, tmp_path: Path) -> None:
    assert run.run_command(tmp_path)([sys.executable, "-c", source]) == code


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")
def test_a_killed_command_tells_its_signal_as_a_shell_does(tmp_path: Path) -> None:
    kill = "import os; os.kill(os.getpid(), 9)"

    assert run.run_command(tmp_path)([sys.executable, "-c", kill]) == 128 + 9


def test_a_program_that_is_not_there_is_named(
    checkout: Checkout, capfd: pytest.CaptureFixture[str]
) -> None:
    missing = str(checkout.program("ruff"))

    assert run.run_command(checkout.root)([missing]) == 127
    assert f"There is no {missing}" in capfd.readouterr().err


def test_windows_keeps_programs_elsewhere(tmp_path: Path) -> None:
    program = Checkout(tmp_path, windows=True).program("ruff")

    assert program == tmp_path / ".venv" / "Scripts" / "ruff.exe"


# --- The environment ---

OLD = {"python": "3.11.2", "folder": "f", LISTS[0]: "b", LISTS[1]: "r", "pyproject.toml": "p"}
OLD_TOOLS = {**OLD, LISTS[2]: "d"}
NOTHING = Plan(remake=False, requirements=None, program=False)
ANEW = Plan(remake=True, requirements=LISTS[1], program=True)
ANEW_TOOLS = replace(ANEW, requirements=LISTS[2])


@pytest.mark.parametrize(
    ("want", "have", "expected"),
    [
        pytest.param(OLD, {}, ANEW, id="nothing there"),
        pytest.param(OLD_TOOLS, {}, ANEW_TOOLS, id="nothing there, for tests"),
        pytest.param(OLD, OLD, NOTHING, id="all there"),
        pytest.param(OLD, OLD_TOOLS, NOTHING, id="more there than needed"),
        pytest.param(OLD_TOOLS, OLD, replace(NOTHING, requirements=LISTS[2]), id="tools missing"),
        pytest.param(
            {**OLD, "pyproject.toml": "q"}, OLD, replace(NOTHING, program=True), id="other settings"
        ),
        pytest.param({**OLD, LISTS[0]: "c"}, OLD, ANEW, id="other pip"),
        pytest.param({**OLD, LISTS[1]: "s"}, OLD, ANEW, id="other pins"),
        pytest.param({**OLD, "python": "3.12.1"}, OLD, ANEW, id="Python"),
        pytest.param({**OLD, "folder": "g"}, OLD, ANEW, id="moved"),
    ],
)
def test_set_up_does_what_has_changed(
    want: dict[str, str], have: dict[str, str], expected: Plan
) -> None:
    assert run.plan(want, have) == expected
    assert bool(expected) is (expected != NOTHING)


@pytest.mark.parametrize("name", [*LISTS, "pyproject.toml"])
def test_a_changed_file_is_noticed(name: str, checkout: Checkout) -> None:
    before = run.wanted(checkout, Need.TOOLS)
    (checkout.root / name).write_text("changed", encoding="utf-8")

    after = run.wanted(checkout, Need.TOOLS)
    assert {key for key in after if after[key] != before[key]} == {name}


def test_a_second_set_up_runs_nothing(checkout: Checkout) -> None:
    _make(checkout, Need.TOOLS)
    notes = Notes()

    run.set_up(checkout, Need.TOOLS, notes, BARE)
    run.set_up(checkout, Need.PROGRAM, notes, BARE)
    assert notes.commands == []


def test_the_tools_join_the_program(checkout: Checkout) -> None:
    _make(checkout, Need.PROGRAM)
    notes = Notes()

    run.set_up(checkout, Need.TOOLS, notes, COMPLETE)
    assert [line.rpartition(" ")[2] for line in notes.commands[:-1]] == ["requirements-dev.txt"]
    assert run.found(checkout) == run.wanted(checkout, Need.TOOLS)


@pytest.mark.parametrize("lost", ["made-from.json", "bin/python", "bin/kdcurator"])
def test_a_broken_environment_counts_as_none(lost: str, checkout: Checkout) -> None:
    _make(checkout, Need.PROGRAM)
    (checkout.venv / lost).unlink()

    assert run.found(checkout) == {}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\xff"])
def test_a_damaged_stamp_counts_as_none(damage: bytes, checkout: Checkout) -> None:
    _make(checkout, Need.PROGRAM)
    checkout.stamp.write_bytes(damage)

    assert run.found(checkout) == {}


def test_a_set_up_that_stops_half_way_starts_anew(checkout: Checkout) -> None:
    _make(checkout, Need.PROGRAM)
    (checkout.root / "requirements.txt").write_text("changed", encoding="utf-8")

    with pytest.raises(SetupFailed, match=r"installing requirements\.txt failed"):
        run.set_up(checkout, Need.PROGRAM, Notes({"-r requirements.txt": 1}), COMPLETE)
    assert run.plan(run.wanted(checkout, Need.PROGRAM), run.found(checkout)).remake


def test_a_new_environment_is_made_in_order_and_only_from_hashed_lists(checkout: Checkout) -> None:
    notes = Notes()
    checkout.venv.mkdir()
    run.set_up(checkout, Need.TOOLS, notes, COMPLETE)

    made, pip, requirements, program, qt = notes.commands
    assert "-m venv --clear" in made
    assert "--require-hashes -r requirements-build.txt" in pip
    assert "--require-hashes -r requirements-dev.txt" in requirements
    assert program.endswith("--no-deps --no-build-isolation --editable .")
    assert "offscreen" in qt
    assert json.loads(checkout.stamp.read_text("utf-8")) == run.wanted(checkout, Need.TOOLS)


# --- The system ---


def test_a_complete_system_is_left_alone() -> None:
    notes = Notes()
    run.prepare_system(COMPLETE, notes)

    assert notes.commands == []


def test_root_gets_the_missing_packages_installed() -> None:
    notes = Notes()
    run.prepare_system(BARE, notes)

    update, install = notes.commands
    assert update.startswith("apt-get update")
    assert f" python3.{sys.version_info.minor}-venv libglib2.0-0 libgl1 libegl1 " in install
    assert "--no-install-recommends" in install
    assert notes.environments == [{"DEBIAN_FRONTEND": "noninteractive"}] * 2


@pytest.mark.parametrize("failing", ["update", "libgl1"])
def test_a_failed_package_installation_ends_set_up(failing: str) -> None:
    with pytest.raises(SetupFailed, match="apt-get"):
        run.prepare_system(BARE, Notes({failing: 100}))


def test_only_what_is_missing_is_asked_for() -> None:
    without_egl = replace(COMPLETE, loads=lambda name: name != "libEGL.so.1")

    assert run.missing_packages(without_egl) == ["libegl1"]


def _no_sudo(program: str) -> str | None:
    return None if program == "sudo" else f"/usr/bin/{program}"


@pytest.mark.parametrize(("which", "become"), [(_no_sudo, "su -c"), (str, "sudo sh -c")])
def test_anybody_else_gets_the_one_command(
    which: Callable[[str], str | None], become: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", which)
    notes = Notes()

    with pytest.raises(SetupFailed) as caught:
        run.prepare_system(replace(BARE, root=False), notes)
    command = str(caught.value).splitlines()[-1].strip()
    assert command.startswith(f'{become} "apt-get update && apt-get install')
    assert command.endswith(' libdbus-1-3 libfontconfig1"')
    assert notes.commands == []


@pytest.mark.parametrize(
    ("system", "said"),
    [
        (replace(BARE, own_python=False), "without `ensurepip`"),
        (replace(BARE, debian=False), "without `ensurepip`"),
        (replace(BARE, debian=False, can_make_environments=True), r"libGL\.so\.1"),
    ],
)
def test_what_apt_cannot_mend_is_said(system: System, said: str) -> None:
    notes = Notes()

    with pytest.raises(SetupFailed, match=said):
        run.prepare_system(system, notes)
    assert notes.commands == []


def test_other_systems_bring_what_qt_needs() -> None:
    mac = replace(BARE, linux=False, debian=False, can_make_environments=True)

    assert run.missing_packages(mac) == []


@pytest.mark.parametrize(("screen", "advised"), [(True, True), (False, False)])
def test_a_screen_without_its_libraries_gets_advice_alone(
    screen: bool, advised: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = Notes()
    system = replace(COMPLETE, screen=screen, loads=lambda name: "xcb" not in name)

    run.prepare_system(system, notes)
    assert ("libxcb-cursor0" in capsys.readouterr().err) is advised
    assert notes.commands == []
