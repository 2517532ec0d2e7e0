"""Makes a fresh clone ready: `python3 tools/bootstrap.py GOAL`, called by the Makefile.

Needs any Python 3.8 or newer and nothing else. Every step is skipped while its inputs are
unchanged, so a second run ends at once. Only the order of the steps is decided here.
"""

import sys

if sys.version_info < (3, 8):  # hence no newer spelling in this file
    sys.exit("This project's Makefile needs Python 3.8 or newer to start. Set PYTHON=/path/to/it.")

from machine.browser import prepare_browsers
from machine.node import prepare_modules, prepare_node
from machine.peers import prepare_peers
from machine.python import prepare_packages, prepare_project
from machine.steps import Failure, one_at_a_time

# The first goal is enough to build, serve and check; the second also to run every test; the third
# also to compare with others.
SITE = [prepare_packages, prepare_project, prepare_node, prepare_modules]
TESTS = [*SITE, prepare_browsers]
GOALS = {"site": SITE, "tests": TESTS, "bench": [*TESTS, prepare_peers]}


def main(arguments: "list[str]") -> int:
    """Run the steps of one goal; say what failed without a traceback."""
    goal = arguments[0] if arguments else "site"
    if goal not in GOALS:
        print("bootstrap knows no goal named %s; it knows: %s." % (goal, ", ".join(GOALS)))
        return 2
    try:
        with one_at_a_time():
            for step in GOALS[goal]:
                step()
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same `make` goes on where this one ended.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
