"""`duplicates` and `merge`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.cli.running import Answer, Run
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.listed import customer_code

if TYPE_CHECKING:
    from desktop_crm.models.records.duplicates import Group, ScanInfo

NO_SCAN = Message(QT_TRANSLATE_NOOP("messages", "Nobody has looked for duplicates yet; --scan does."))
NO_TWINS = Message(QT_TRANSLATE_NOOP("messages", "No duplicates are left to look at."))


def duplicates(work: Run) -> Answer:
    from desktop_crm.cli.commands import plain
    from desktop_crm.models.commands.duplicate_scan import scan
    from desktop_crm.models.queries.duplicates import count_pairs, duplicate_groups, last_scan

    with work.database() as database:
        if work.given.scan:
            scan(work.monitor, database)
        with database.read() as session:
            last = last_scan(session)
            groups = duplicate_groups(session, limit=work.given.limit) if last else []
            left = count_pairs(session) if last else 0
    data = {"last_scan": plain(last), "pairs": left, "groups": [plain(group) for group in groups]}
    return Answer(data, _lines(work, last, left, groups))


def _lines(work: Run, last: ScanInfo | None, left: int, groups: list[Group]) -> list[str | Message]:
    if last is None:
        return [NO_SCAN]
    when = last.at.astimezone().strftime("%Y-%m-%d %H:%M")
    head = Message(
        QT_TRANSLATE_NOOP("messages", "{pairs} pairs to look at; {customers} customers were compared on {when}."),
        {"pairs": left, "customers": last.customers, "when": when},
    )
    lines: list[str | Message] = [head] if groups else [NO_TWINS]
    for group in groups:
        names = {member.id: f"{customer_code(member.number)} {member.name}" for member in group.members}
        for pair in group.pairs:
            reasons = "; ".join(work.show(reason.message) for reason in pair.reasons)
            lines.append(f"{pair.score:>3} %  {names[pair.first_id]}  =  {names[pair.second_id]}  ({reasons})")
    return lines


def merge(work: Run) -> Answer:
    from desktop_crm.models.commands.merge import merge_customers
    from desktop_crm.models.queries.customers import find_customer

    with work.database() as database:
        with database.read() as session:
            keep, *others = (find_customer(session, text) for text in (work.given.keep, *work.given.others))
        outcome = database.execute_monitored(work.monitor, merge_customers, keep, others)
    assert outcome.change_set is not None
    title = outcome.change_set.title
    done = Message(QT_TRANSLATE_NOOP("messages", "Done: {title}"), {"title": title})
    data = {"customer": str(keep), "merged": [str(key) for key in others], "change_set": str(outcome.change_set.id)}
    return Answer(data, [done])
