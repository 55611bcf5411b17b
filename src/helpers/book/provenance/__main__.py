"""Print the report of provenance: ``make provenance``."""

from __future__ import annotations

import sys

from helpers.book.provenance import report


def main() -> int:
    """Print the report; 1 if a promise is broken."""
    lines = report()
    for promised, heading in ((True, "Promised"), (False, "For information")):
        print(f"\n{heading}")
        for line in (line for line in lines if line.promised == promised):
            print(f"  {line}")
            if promised:
                print("".join(f"           {place}\n" for place in line.missing), end="")
    return 1 if any(line.missing for line in lines if line.promised) else 0


if __name__ == "__main__":
    sys.exit(main())
