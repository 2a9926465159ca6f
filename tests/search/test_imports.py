"""What loading this house costs and says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LIGHT = ["snippets", "folders", "trouble", "language", "danish"]


def test_those_who_only_cut_snippets_do_not_load_whoosh() -> None:
    names = ", ".join(f"kdcurator.search.{name}" for name in LIGHT)
    code = f"import sys, {names}; print('whoosh' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("strictness", ["default", "error"])
def test_whooshs_warnings_reach_nobody(tmp_path: Path, strictness: str) -> None:
    code = "import kdcurator.search.index, whoosh.qparser, whoosh.analysis, whoosh.lang.morph_en"
    fresh = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path)}  # so that Whoosh is compiled
    command = [sys.executable, "-W", strictness, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=fresh)
    assert (done.returncode, done.stderr) == (0, "")
