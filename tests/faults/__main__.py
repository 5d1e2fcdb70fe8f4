"""Kill a read of generated reports again and again; ends with 1 if a record was ever less than whole."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.generated import write_reports
from tests.faults.killing import Broken, trials


def main() -> int:
    """Run the trials, one line each."""
    options = _options()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="legation-faults-") as name:
        folder, work = Path(name) / "reports", Path(name)
        folder.mkdir()
        write_reports(folder, options.reports, options.seed)
        killed = 0
        try:
            for killed, kill in enumerate(trials(folder, work, options.times, options.seed, say=_say), 1):
                moment = "in a transaction" if kill.writing else "at any moment"
                _say(
                    f"kill {killed}: {moment}, {kill.found} of {options.reports} reports finished, the record is whole"
                )
        except Broken as broken:
            _say(f"BROKEN after {killed} kills (seed {options.seed}): {broken}")
            return 1
    _say(f"{killed} kills survived in {time.monotonic() - start:.0f} s")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="how many reads to kill (20)")
    parser.add_argument("--reports", type=int, default=200, help="how many reports to generate (200)")
    parser.add_argument("--seed", type=int, default=7, help="of reports and moments (7)")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
