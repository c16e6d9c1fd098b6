"""`python -m desktop_crm`."""

from __future__ import annotations

import multiprocessing
import sys

if __name__ == "__main__":
    # A child process of a bundled application starts here again.
    multiprocessing.freeze_support()
    from desktop_crm.cli import main

    sys.exit(main())
