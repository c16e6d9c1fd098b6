"""The command line: the window, and the same commands and queries without one, for administrators and scripts.

Only the standard library is imported here: `version` answers at once, and the window starts no later. Help waits for
its words, which come from the same catalogue as the window's."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop_crm.cli.arguments import HelpAsked, explain, language_asked, parse


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line; returns the exit status: 0 done, 1 refused, 2 not understood."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _use_utf8()
    try:
        given = parse(arguments)
    except HelpAsked:
        from desktop_crm.cli.words import words_of

        return explain(arguments, words_of(language_asked(arguments))[0])
    if "command" in given:
        from desktop_crm.cli.running import run

        return run(given)
    return _open_window(given)


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
