"""What must hold of the repository as a whole: what it may name, and what it hands out."""

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSES = ("kdcurator", "resources", "seeds", "tests", ".ci")
REQUIREMENTS = sorted(ROOT.glob("requirements*.txt"))
REGISTRIES = (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org"))
OWN_FOLDERS = ("work", "tmp", "root", "home", "Users")
NOT_OURS = {".git", ".coverage", "uv.lock", "__pycache__"}  # never committed
PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def _texts() -> Iterator[tuple[str, str]]:
    """Yield every text file of the repository, by its path inside it."""
    houses = (path for house in HOUSES for path in (ROOT / house).rglob("*"))
    for path in (*ROOT.iterdir(), *houses):
        if path.is_file() and not NOT_OURS & {path.name, path.parent.name}:
            try:
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a picture, a font or a sample in an old encoding


def _found(pattern: str) -> list[str]:
    names = re.compile(pattern)
    return [f"{path}: {hit[0]}" for path, text in _texts() for hit in names.finditer(text)]


def test_no_file_names_a_registry() -> None:
    """Users have mirrors; pip knows where packages come from, the repository need not."""
    hosts = "|".join(re.escape(".".join(parts)) for parts in REGISTRIES)

    assert _found(rf"(?i)\b(?:{hosts})\b") == []


def test_no_file_names_a_folder_of_somebodys_computer() -> None:
    folders = "|".join(OWN_FOLDERS)

    assert _found(rf"(?<![\w./])/(?:{folders})/\w+") == []


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_are_pinned_by_hash_and_name_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    pins = re.split(r"\n(?=\w)", text)

    assert not re.search(r"(?i)https?:|--(?:extra-)?index-url|--find-links", text)
    assert all(PIN.match(pin) and "--hash=sha256:" in pin for pin in pins)


def test_requirements_agree_with_each_other() -> None:
    """Set-up installs only the largest list, so it must hold the smaller ones as they are."""
    pins = {path.name: dict(PIN.findall(path.read_text("utf-8"))) for path in REQUIREMENTS}
    everything = pins["requirements-dev.txt"]

    assert pins["requirements.txt"].items() <= everything.items()
    build = pins["requirements-build.txt"]
    assert {name: everything[name] for name in build.keys() & everything.keys()}.items() <= (
        build.items()
    )


def test_every_module_says_what_it_is_for() -> None:
    modules = sorted((ROOT / "kdcurator").rglob("*.py"))
    silent = [path for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]

    assert modules
    assert silent == []


def test_ci_runs_what_the_readme_tells_everybody_to_run() -> None:
    commands = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[1:]

    assert commands == ["exec python3 run.py test"]
    assert "python3 run.py test" in (ROOT / "README.md").read_text("utf-8")


def test_the_wheel_carries_language_data_and_seeds(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)

    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    data = {
        f"kdcurator/{path.relative_to(ROOT).as_posix()}"
        for folder in ("resources", "seeds")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert data
    assert data <= packed
