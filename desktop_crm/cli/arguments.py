"""What can be written on the command line, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from desktop_crm.cli.importing import match_keys
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Translate

COMMANDS = (
    "import",
    "export",
    "template",
    "export-all",
    "import-all",
    "search",
    "show",
    "history",
    "undo",
    "assign",
    "check",
    "health",
    "backup",
    "restore",
    "sample",
    "fields",
    "duplicates",
    "merge",
    "version",
)
_TAKES_VALUE = ("--db", "--lang", "--theme")
_LANGUAGES = ("zh_CN", "en")

_SUMMARIES = {
    "import": QT_TRANSLATE_NOOP("messages", "Bring customers in from an .xlsx, .xls, .ods or .csv file."),
    "export": QT_TRANSLATE_NOOP("messages", "Write customers to an .xlsx, .csv, .vcf or .pdf file."),
    "template": QT_TRANSLATE_NOOP("messages", "Write an empty workbook to fill in and import."),
    "export-all": QT_TRANSLATE_NOOP("messages", "Write all records to a .zip, a workbook for each kind of them."),
    "import-all": QT_TRANSLATE_NOOP("messages", "Make an empty database the same as an exported one."),
    "search": QT_TRANSLATE_NOOP("messages", "Find customers by any part of what is known of them."),
    "show": QT_TRANSLATE_NOOP("messages", "Show one customer, by number (C000123), name or key."),
    "history": QT_TRANSLATE_NOOP("messages", "Show who changed what, newest first."),
    "undo": QT_TRANSLATE_NOOP("messages", "Take back your newest change, or the one of that number in the history."),
    "assign": QT_TRANSLATE_NOOP("messages", "Hand customers over to a user, today or on a later day."),
    "check": QT_TRANSLATE_NOOP("messages", "Check the database: pages, references, search index and journal."),
    "health": QT_TRANSLATE_NOOP("messages", "Count the customers that break the data standards."),
    "backup": QT_TRANSLATE_NOOP("messages", "Copy the database to a file."),
    "restore": QT_TRANSLATE_NOOP("messages", "Put a back-up in the place of the database."),
    "sample": QT_TRANSLATE_NOOP("messages", "Make sample customers."),
    "fields": QT_TRANSLATE_NOOP("messages", "List the custom fields, and how many customers have each filled in."),
    "duplicates": QT_TRANSLATE_NOOP("messages", "List customers that may be one, from the last scan."),
    "merge": QT_TRANSLATE_NOOP("messages", "Make one customer of several; the others go to the recycle bin."),
    "version": QT_TRANSLATE_NOOP("messages", "Show the version."),
}
_USAGES = {
    "import": "import customers FILE [--profile P] [--mode M] [--blank B] [--match KEYS] [--dry-run] [--errors OUT]",
    "export": "export customers FILE [--filter F] [--columns C] [--encoding E] [--vcard V]",
    "template": "template customers FILE",
    "export-all": "export-all ZIP",
    "import-all": "import-all ZIP",
    "search": "search TEXT [--limit N]",
    "show": "show CUSTOMER",
    "history": "history [--limit N] [--customer C]",
    "undo": "undo [CHANGE_SET]",
    "assign": "assign CUSTOMER… --to USER [--on DATE]",
    "check": "check [--purge-files]",
    "health": "health",
    "backup": "backup FILE",
    "restore": "restore FILE",
    "sample": "sample [--customers N] [--seed S]",
    "fields": "fields",
    "duplicates": "duplicates [--scan] [--limit N]",
    "merge": "merge KEEP OTHER [OTHER…]",
    "version": "version",
}
_DESCRIPTION = QT_TRANSLATE_NOOP("messages", "Opens the window, or runs one of the commands below.")
_EACH_HELPS = QT_TRANSLATE_NOOP("messages", "commands (each with --help):")
_STATUS = QT_TRANSLATE_NOOP("messages", "exit status: 0 done, 1 refused (the reason is on stderr), 2 not understood")
_PROFILE = QT_TRANSLATE_NOOP("messages", "read the columns as this saved import profile says")
_MODE = QT_TRANSLATE_NOOP("messages", "only make new customers, only change stored ones, or both (default)")
_BLANK = QT_TRANSLATE_NOOP("messages", "whether blank cells keep what is stored (default) or empty the field")
_MATCH = QT_TRANSLATE_NOOP("messages", "by what rows find their customer, in order: code,credit_code,phone,email,name")
_ERRORS = QT_TRANSLATE_NOOP("messages", "write the refused rows with their reasons to this .xlsx file")
_DB = QT_TRANSLATE_NOOP("messages", "a file or a PostgreSQL URL")
_LANG = QT_TRANSLATE_NOOP("messages", "the language, for this run")
_THEME = QT_TRANSLATE_NOOP("messages", "the theme, for this run")
_DEMO = QT_TRANSLATE_NOOP("messages", "open the sample company")
_FILE = QT_TRANSLATE_NOOP("messages", "a file to open")
_JSON = QT_TRANSLATE_NOOP("messages", "print JSON")
_DRY_RUN = QT_TRANSLATE_NOOP("messages", "do all of it, then take it back")
_SCAN = QT_TRANSLATE_NOOP("messages", "look through all customers first")
_PURGE = QT_TRANSLATE_NOOP("messages", "delete file contents that nothing can bring back")
_TO = QT_TRANSLATE_NOOP("messages", "who takes over: a user's name or login")
_REASON = QT_TRANSLATE_NOOP("messages", "why; shown in the customers' history")
_ON = QT_TRANSLATE_NOOP("messages", "from which day on, as 2026-12-31; without it today")
_FILTER = QT_TRANSLATE_NOOP("messages", "only a view's customers, by its name, or those that a search finds")
_COLUMNS = QT_TRANSLATE_NOOP("messages", "which columns, in their order: names separated by commas")
_ENCODING = QT_TRANSLATE_NOOP("messages", "of text files; UTF-8 without it")
_VCARD = QT_TRANSLATE_NOOP("messages", "the version of contact cards; 4.0 without it")
_COUNT = QT_TRANSLATE_NOOP("messages", "must be a whole number, 1 or more")

# What argparse says itself, word for word; what another version of Python says otherwise stays English.
_ARGPARSE = (
    QT_TRANSLATE_NOOP("messages", "usage: "),
    QT_TRANSLATE_NOOP("messages", "positional arguments"),
    QT_TRANSLATE_NOOP("messages", "options"),
    QT_TRANSLATE_NOOP("messages", "show this help message and exit"),
    QT_TRANSLATE_NOOP("messages", "%(prog)s: error: %(message)s\n"),
    QT_TRANSLATE_NOOP("messages", "argument %(argument_name)s: %(message)s"),
    QT_TRANSLATE_NOOP("messages", "the following arguments are required: %s"),
    QT_TRANSLATE_NOOP("messages", "unrecognized arguments: %s"),
    QT_TRANSLATE_NOOP("messages", "expected one argument"),
    QT_TRANSLATE_NOOP("messages", "ignored explicit argument %r"),
    QT_TRANSLATE_NOOP("messages", "invalid choice: %(value)r (choose from %(choices)s)"),
    QT_TRANSLATE_NOOP("messages", "invalid %(type)s value: %(value)r"),
)


class HelpAsked(Exception):
    """Help is wanted, or the arguments make no sense: now the words are needed, and with them the language."""


class _Silent(argparse.ArgumentParser):
    """Says nothing itself: only reading a catalogue of words takes longer than the rest of a short command."""

    def error(self, message: str) -> NoReturn:
        raise HelpAsked(message)

    def print_help(self, file: object = None) -> None:
        raise HelpAsked


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


def language_asked(arguments: Sequence[str]) -> str:
    """The value of `--lang`, also where the rest makes no sense; "" without one."""
    found = ""
    for at, argument in enumerate(arguments):
        if argument == "--lang":
            found = next(iter(arguments[at + 1 : at + 2]), "")
        elif argument.startswith("--lang="):
            found = argument.partition("=")[2]
    return found


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Reads a command line; HelpAsked when there is something to say instead."""
    return _parser(arguments, _Silent, str).parse_args(arguments)


def explain(arguments: Sequence[str], translate: Translate) -> int:
    """Says what `parse` would not: the help, or what makes no sense. Returns the exit status."""
    with _speaking(translate):
        try:
            _parser(arguments, argparse.ArgumentParser, translate).parse_args(arguments)
        except SystemExit as ended:
            return ended.code if isinstance(ended.code, int) else 2
    return 0


@contextmanager
def _speaking(translate: Translate) -> Iterator[None]:
    """argparse translates by gettext alone; for once it asks our catalogue."""
    former = vars(argparse)["_"]
    setattr(argparse, "_", lambda words: translate(words) if words in _ARGPARSE else words)  # noqa: B010
    try:
        yield
    finally:
        setattr(argparse, "_", former)  # noqa: B010


def _parser(
    arguments: Sequence[str], kind: type[argparse.ArgumentParser], translate: Translate
) -> argparse.ArgumentParser:
    return (_command_parser if first_word(arguments) in COMMANDS else _window_parser)(kind, translate)


def _window_parser(kind: type[argparse.ArgumentParser], say: Translate) -> argparse.ArgumentParser:
    """For `desktop-crm` itself, which opens the window."""
    parser = kind(
        prog="desktop-crm",
        description=say(_DESCRIPTION),
        epilog=_overview(say),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--db", default="", metavar="X", help=say(_DB))
    parser.add_argument("--lang", default="", choices=_LANGUAGES, help=say(_LANG))
    parser.add_argument("--theme", default="", choices=("light", "dark"), help=say(_THEME))
    parser.add_argument("--demo", action="store_true", help=say(_DEMO))
    parser.add_argument("file", nargs="?", default="", metavar="FILE", help=say(_FILE))
    return parser


def _overview(say: Translate) -> str:
    width = max(len(usage) for usage in _USAGES.values()) + 2
    lines = [f"  {_USAGES[name]:{width}}{say(_SUMMARIES[name])}" for name in COMMANDS]
    return "\n".join((say(_EACH_HELPS), *lines, "", say(_STATUS)))


def _command_parser(kind: type[argparse.ArgumentParser], say: Translate) -> argparse.ArgumentParser:
    """For all that works without a window."""
    parser = kind(prog="desktop-crm", allow_abbrev=False)
    # Before the command these set the defaults; after it they win.
    parser.add_argument("--db", default="", metavar="X", help=say(_DB))
    parser.add_argument("--lang", default="", choices=_LANGUAGES, help=say(_LANG))
    parser.add_argument("--json", action="store_true", help=say(_JSON))
    parser.add_argument("--theme", default="", choices=("light", "dark"), help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--db", default=argparse.SUPPRESS, metavar="X", help=say(_DB))
    common.add_argument("--lang", default=argparse.SUPPRESS, choices=_LANGUAGES, help=say(_LANG))
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=say(_JSON))
    _add_commands(commands, common, say)
    return parser


def _add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser, say: Translate
) -> None:
    def add(name: str) -> argparse.ArgumentParser:
        words = say(_SUMMARIES[name])
        return commands.add_parser(name, parents=[common], help=words, description=words, allow_abbrev=False)

    _add_customer_commands(add, say)
    _add_exports(add, say)
    _add_data_commands(add, say)
    add("version")


_Add = Callable[[str], argparse.ArgumentParser]


def _add_customer_commands(add: _Add, say: Translate) -> None:
    count = _count(say)
    bring = add("import")
    bring.add_argument("what", choices=("customers",))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help=say(_DRY_RUN))
    bring.add_argument("--profile", metavar="P", help=say(_PROFILE))
    bring.add_argument("--mode", choices=("create", "update", "both"), help=say(_MODE))
    bring.add_argument("--blank", choices=("keep", "clear"), help=say(_BLANK))
    bring.add_argument("--match", type=match_keys, metavar="KEYS", help=say(_MATCH))
    bring.add_argument("--errors", metavar="OUT", help=say(_ERRORS))
    search = add("search")
    search.add_argument("text", metavar="TEXT")
    search.add_argument("--limit", type=count, default=20, metavar="N")
    add("show").add_argument("customer", metavar="CUSTOMER")
    history = add("history")
    history.add_argument("--limit", type=count, default=20, metavar="N")
    history.add_argument("--customer", default="", metavar="C")
    add("undo").add_argument("change_set", nargs="?", default="", metavar="CHANGE_SET")
    give = add("assign")
    give.add_argument("customers", nargs="+", metavar="CUSTOMER")
    give.add_argument("--to", required=True, metavar="USER", help=say(_TO))
    give.add_argument("--reason", default="", metavar="R", help=say(_REASON))
    give.add_argument("--on", default="", metavar="DATE", help=say(_ON))
    twins = add("duplicates")
    twins.add_argument("--scan", action="store_true", help=say(_SCAN))
    twins.add_argument("--limit", type=count, default=50, metavar="N")
    merge = add("merge")
    merge.add_argument("keep", metavar="KEEP")
    merge.add_argument("others", nargs="+", metavar="OTHER")


def _add_exports(add: _Add, say: Translate) -> None:
    write = add("export")
    write.add_argument("what", choices=("customers",))
    write.add_argument("file", metavar="FILE")
    write.add_argument("--filter", default="", metavar="F", help=say(_FILTER))
    write.add_argument("--columns", default="", metavar="C", help=say(_COLUMNS))
    write.add_argument("--encoding", default="utf-8-sig", choices=("utf-8-sig", "gbk", "gb18030"), help=say(_ENCODING))
    write.add_argument("--vcard", default="4.0", choices=("4.0", "3.0"), help=say(_VCARD))
    empty = add("template")
    empty.add_argument("what", choices=("customers",))
    empty.add_argument("file", metavar="FILE")
    add("export-all").add_argument("file", metavar="ZIP")
    add("import-all").add_argument("file", metavar="ZIP")


def _add_data_commands(add: _Add, say: Translate) -> None:
    add("check").add_argument("--purge-files", action="store_true", help=say(_PURGE))
    add("health")
    add("backup").add_argument("file", metavar="FILE")
    add("restore").add_argument("file", metavar="FILE")
    sample = add("sample")
    sample.add_argument("--customers", type=_count(say), default=300, metavar="N")
    sample.add_argument("--seed", type=int, default=1, metavar="S")
    add("fields")


def _count(say: Translate) -> Callable[[str], int]:
    def count(text: str) -> int:
        number = int(text) if text.isdecimal() else 0
        if number < 1:
            raise argparse.ArgumentTypeError(say(_COUNT))
        return number

    return count
