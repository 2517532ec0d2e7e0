"""`python -m tests.fuzz [INPUTS] [SEED]`: many hostile files, and what came of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.fuzz.bounded import Failed, Record, check_all
from tests.fuzz.inputs import any_file

FAILED = Path(".cache/fuzz-failed.yaml")
#: After how many inputs the run says how far it is.
STRETCH = 5_000


def main(inputs: int = 100_000, seed: int = 1) -> int:
    """Check the inputs, print the record, and keep a text that breaks the promise."""
    random, record = Random(seed), Record()
    try:
        check_all(files(random, inputs), record)
    except Failed as failed:
        FAILED.parent.mkdir(exist_ok=True)
        FAILED.write_text(failed.text, "utf-8", errors="surrogatepass")
        print(f"Input {record.inputs + 1} of seed {seed} failed; it is in {FAILED}.")
        raise
    print(f"seed            {seed}")
    print("\n".join(record.lines()))
    return 0


def files(random: Random, inputs: int) -> Iterator[str]:
    """Make the inputs, and tell on the way how many there were."""
    for number in range(inputs):
        if number and number % STRETCH == 0:
            print(f"{number:,} of {inputs:,} inputs", file=sys.stderr, flush=True)
        yield any_file(random)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
