"""The way in: chooses the window or the command line.

Owns nothing but that choice.
"""

import sys


def main() -> int:
    """Run the program with the arguments it was started with; return its exit code."""
    from kdcurator.cli.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
