"""Makes the sample board from its words: `python packaging/make_sample.py [FILE]`.

Without a file it writes resources/sample-board.json.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from sample.dump import dump  # noqa: E402 - found only after the path is set
from sample.story import tell  # noqa: E402 - as above

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "sample-board.json"
    target.write_text(dump(tell()), encoding="utf-8", newline="\n")
