"""The command line: the window, and the same commands and queries without one, for administrators and scripts.

Only the standard library is imported here: `version` and `--help` answer at once, and the window starts no later."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop_crm.cli.arguments import COMMANDS, command_parser, first_word, window_parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line; returns the exit status: 0 done, 1 refused, 2 not understood."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    try:
        if first_word(arguments) in COMMANDS:
            given = command_parser().parse_args(arguments)
            from desktop_crm.cli.running import run

            return run(given)
        options = window_parser().parse_args(arguments)
    except SystemExit as ended:  # argparse: help was shown, or the arguments make no sense
        return ended.code if isinstance(ended.code, int) else 2
    return _open_window(options)


def _use_utf8() -> None:
    # Consoles of Windows still have code pages; Chinese names would end the program there.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _open_window(options: object) -> int:
    from desktop_crm.app import Options
    from desktop_crm.app import main as open_window

    return open_window(Options(**vars(options)))
