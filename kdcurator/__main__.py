"""The way in: chooses the command line (which opens the window) or the window's worker.

Owns nothing but that choice.
"""

import sys


def main() -> int:
    """Run the program with the arguments it was started with; return its exit code."""
    if sys.argv[1:] == ["--worker"]:
        from kdcurator import worker

        return worker.main()

    try:
        from kdcurator.cli.app import run
    except KeyboardInterrupt:  # before there is anybody to report it
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
