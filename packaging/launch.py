"""The bundle's start: what `python -m desktop_crm` does, and opening the file that was double-clicked."""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys


def main() -> None:
    # A worker process of a bundle starts the bundle again; this sends it to its work.
    multiprocessing.freeze_support()
    if len(sys.argv) == 2 and sys.argv[1].lower().endswith(".crmdb") and os.path.isfile(sys.argv[1]):
        sys.argv[1:] = ["--db", sys.argv[1]]
    runpy.run_module("desktop_crm", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
