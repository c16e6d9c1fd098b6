"""What can be written on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

COMMANDS = ("import", "export", "search", "show", "history", "undo", "check", "backup", "restore", "sample", "version")
_TAKES_VALUE = ("--db", "--lang", "--theme")
_LANGUAGES = ("zh_CN", "en")

_OVERVIEW = """commands (each with --help):
  import customers FILE [--dry-run]   bring customers in from .xlsx, .xls, .ods, .csv
  export customers FILE               write customers to .xlsx or .csv
  search TEXT [--limit N]             find customers by any part of what is known of them
  show CUSTOMER                       one customer, by number (C000123), name or key
  history [--limit N] [--customer C]  who changed what
  undo [CHANGE_SET]                   take back the newest change, or the one named
  check [--purge-files]               integrity, search index, journal and files of the database
  backup FILE | restore FILE          copy the database, or put a copy in its place
  sample --customers N --seed S       make sample customers
  version

exit status: 0 done, 1 refused (the reason is on stderr), 2 not understood"""


def first_word(arguments: Sequence[str]) -> str:
    """The first argument that is neither an option nor an option's value."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in _TAKES_VALUE:
            skip = True
        elif not argument.startswith("-"):
            return argument
    return ""


def window_parser() -> argparse.ArgumentParser:
    """For `desktop-crm` itself, which opens the window."""
    parser = argparse.ArgumentParser(
        prog="desktop-crm",
        description="Opens the window, or runs one of the commands below.",
        epilog=_OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--db", default="", metavar="X", help="a file or a PostgreSQL URL")
    parser.add_argument("--lang", default="", choices=_LANGUAGES, help="the language, for this run")
    parser.add_argument("--theme", default="", choices=("light", "dark"), help="the theme, for this run")
    parser.add_argument("--demo", action="store_true", help="open the sample company")
    parser.add_argument("file", nargs="?", default="", metavar="FILE", help="a file to open")
    return parser


def command_parser() -> argparse.ArgumentParser:
    """For all that works without a window."""
    parser = argparse.ArgumentParser(prog="desktop-crm", allow_abbrev=False)
    # Before the command these set the defaults; after it they win.
    parser.add_argument("--db", default="", metavar="X", help="a file or a PostgreSQL URL")
    parser.add_argument("--lang", default="", choices=_LANGUAGES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--theme", default="", choices=("light", "dark"), help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--db", default=argparse.SUPPRESS, metavar="X", help="a file or a PostgreSQL URL")
    common.add_argument("--lang", default=argparse.SUPPRESS, choices=_LANGUAGES, help="the language of messages")
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    _add_commands(commands, common)
    return parser


def _add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[common], help=text, description=text, allow_abbrev=False)

    bring = add("import", "Bring records in from a file.")
    bring.add_argument("what", choices=("customers",))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help="do all of it, then take it back")
    write = add("export", "Write records to a file.")
    write.add_argument("what", choices=("customers",))
    write.add_argument("file", metavar="FILE")
    search = add("search", "Find customers.")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=_count, default=20, metavar="N")
    add("show", "Show one customer.").add_argument("customer", metavar="CUSTOMER")
    history = add("history", "Show who changed what, newest first.")
    history.add_argument("--limit", type=_count, default=20, metavar="N")
    history.add_argument("--customer", default="", metavar="C")
    undo = add("undo", "Take a change back: your newest one, or the one of that number in the history.")
    undo.add_argument("change_set", nargs="?", default="", metavar="CHANGE_SET")
    command = add("check", "Check the database.")
    command.add_argument("--purge-files", action="store_true", help="delete file contents that nothing can bring back")
    add("backup", "Copy the database to a file.").add_argument("file", metavar="FILE")
    add("restore", "Put a back-up in the place of the database.").add_argument("file", metavar="FILE")
    sample = add("sample", "Make sample customers.")
    sample.add_argument("--customers", type=_count, default=300, metavar="N")
    sample.add_argument("--seed", type=int, default=1, metavar="S")
    add("version", "Show the version.")


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
