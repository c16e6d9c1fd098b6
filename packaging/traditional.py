"""Makes desktop_crm/resources/traditional.txt from OpenCC's TSCharacters.txt (Apache-2.0).

    python packaging/traditional.py TSCharacters.txt

Two lines of the same length: traditional characters, and below each its simplified one. Kept are those whose simplified
form is among the 6,763 of GB 2312: rarer ones are in nobody's name.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "desktop_crm" / "resources" / "traditional.txt"
# Their traditional form is an ordinary simplified character too, with a meaning of its own: 乾 (乾隆), 著 (著名).
KEEP = frozenset("乾著夥藉")


def main() -> None:
    """Writes the table."""
    pairs = {}
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split()[0]
        if first != traditional and len(traditional) == 1 and traditional not in KEEP and _common(first):
            pairs[traditional] = first
    OUT.write_text("".join(pairs) + "\n" + "".join(pairs.values()) + "\n", "utf-8")
    print(f"{len(pairs)} characters")


def _common(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
