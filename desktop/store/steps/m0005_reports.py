"""Let reports be corrected, periods be locked, and templates be an office's own.

A locked period refuses every write into it here, below every way of writing: what has
a day, by the day it is counted on, both the one it had and the one it gets; what has
only a year, where a locked period speaks of that year: one that holds its summer and
ends after September, or runs on far into the next. The first days of a half-year or of
nine months lock no year's figures, which the year goes on filling. A channel opened in
a locked period may still be closed, or get its own section, on a later day.

An issued report stays as it was issued; only a number and a date that were blank may
still be filled in.

A step to come that rewrites dated rows takes these triggers off first. A report's
template is kept whole with the one it was made from, so that a new version
of the program can offer what is new without losing what the office changed. Entries
that were imported lead back to the cell they were read from.
"""

_TABLES = """
alter table issued_reports add column slip integer not null default 0
    check (slip >= 0);
alter table issued_reports add column corrects text references issued_reports(id);

create table period_standings (
    id text primary key,
    period_code text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    state text not null check (
        state in ('entering', 'closed', 'signed', 'received', 'accepted')
    ),
    changed_at text not null,
    reason text not null,
    report text not null
) strict;

create table office_templates (
    id text primary key,
    code text not null,
    version integer not null check (version > 0),
    made_at text not null,
    note text not null,
    base text not null check (substr(base, 1, 1) = '{'),
    content text not null check (substr(content, 1, 1) = '{')
) strict;
create unique index office_templates_by_code on office_templates (code, version);

create table import_sources (
    id text primary key,
    register text not null,
    file_name text not null,
    sha256 text not null,
    sheet text not null,
    imported_at text not null,
    columns text not null check (substr(columns, 1, 1) = '['),
    rows text not null check (substr(rows, 1, 1) = '[')
) strict;
"""

_DAYS = {
    "activities": "last_day",
    "products": "first_published",
    "data_sources": "recorded_on",
    "postings": "last_day",
    "broadcasts": "last_day",
    "headcounts": "as_of",
    "departures": "left_on",
    "tallies": "last_day",
    "unit_plans": "issued_on",
    "achievements": "reached_on",
}
"""Tables and the day that decides in which period a row counts."""

_YEARS = ("budgets", "spokesperson_checks", "inherited_figures")
"""Tables whose rows are of a year."""

_CHANNEL_DAYS = ("opened_on", "closed_on", "section_since")

_CHANNEL_FIELDS = (
    "name",
    "channel",
    "agency",
    "parent",
    "languages",
    "opened_on",
    "note",
)
"""What a channel was from its first day on; the rest happens on days of its own."""


def _trigger(table: str, deed: str, condition: str) -> str:
    return (
        f"create trigger {table}_locked_{deed} before {deed} on {table}\n"
        "when exists (\n"
        "    select 1 from period_standings\n"
        f"    where state <> 'entering' and ({condition})\n"
        ")\n"
        "begin select raise(abort, 'period_locked'); end"
    )


def _in_day(value: str) -> str:
    return f"{value} between first_day and last_day"


def _in_year(value: str) -> str:
    return (
        f"last_day > {value} || '-09-30' and (first_day < {value} || '-06-01' or "
        f"first_day < {value} || '-12-01' and last_day > ({value} + 1) || '-06-01')"
    )


def _either(tests: tuple[str, ...]) -> str:
    return " or ".join(tests)


def _triggers() -> list[str]:
    tests = {table: (_in_day, day) for table, day in _DAYS.items()}
    tests |= dict.fromkeys(_YEARS, (_in_year, "year"))
    made = []
    for table, (test, column) in tests.items():
        old, new = test(f"old.{column}"), test(f"new.{column}")
        made.append(_trigger(table, "insert", new))
        made.append(_trigger(table, "delete", old))
        made.append(_trigger(table, "update", _either((old, new))))
    return made + _channel_triggers()


def _channel_triggers() -> list[str]:
    new, old = (
        _either(tuple(_in_day(f"{row}.{day}") for day in _CHANNEL_DAYS))
        for row in ("new", "old")
    )
    opened = _either((_in_day("old.opened_on"), _in_day("new.opened_on")))
    changed = _either(tuple(f"old.{one} is not new.{one}" for one in _CHANNEL_FIELDS))
    tests = [f"({changed}) and ({opened})"]
    for day, also in (("closed_on", ""), ("section_since", "section")):
        moved = f"old.{day} is not new.{day}"
        if also:
            moved = f"({moved} or old.{also} is not new.{also})"
        days = _either((_in_day(f"old.{day}"), _in_day(f"new.{day}")))
        tests.append(f"{moved} and ({days})")
    return [
        _trigger("own_channels", "insert", new),
        _trigger("own_channels", "delete", old),
        _trigger("own_channels", "update", _either(tuple(tests))),
    ]


_FROZEN = """
create trigger issued_reports_frozen_delete before delete on issued_reports
begin select raise(abort, 'issued_frozen'); end;
create trigger issued_reports_frozen_update before update on issued_reports
when old.id is not new.id or old.kind is not new.kind
    or old.period_code is not new.period_code or old.first_day is not new.first_day
    or old.last_day is not new.last_day or old.version is not new.version
    or old.issued_at is not new.issued_at or old.content is not new.content
    or old.content_sha256 is not new.content_sha256
    or old.journal_head is not new.journal_head or old.slip is not new.slip
    or old.corrects is not new.corrects
    or old.number <> '' and old.number is not new.number
    or old.dated is not null and old.dated is not new.dated
begin select raise(abort, 'issued_frozen'); end;
"""

SQL = _TABLES + "\n" + ";\n".join(_triggers()) + ";\n" + _FROZEN
