"""Remember forms sent, files received, who said what and when, and receipts.

A file that comes in is kept by its hash; what it put into the office is known row by
row, so that a figure leads back to the unit's own cell or record, and an intake can be
taken back without touching what was edited since. A number a unit told without listing
its entries counts beside the listed ones, and a locked period refuses it as it refuses
them.

Of rows that come in by the hundred thousand it is noted that what sorts and finds them
is still to be made: that takes longer than writing them, and can be stopped between.
The journal keeps what some hundred of them share only once.

Sums by day stand beside the entries so that the targets of a province with a million
of them are there at once; they are made anew for each day that was written to.
"""

_TABLES = """
create table collecting_forms (
    id text primary key,
    agency text not null references agencies(id),
    plan text not null,
    period_code text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    version integer not null check (version > 0),
    layout text not null,
    layout_version integer not null check (layout_version > 0),
    made_at text not null,
    file_name text not null,
    sha256 text not null check (length(sha256) = 64),
    content text not null check (substr(content, 1, 1) = '{'),
    marked_from text
) strict;
create index collecting_forms_by_unit on collecting_forms (
    agency, first_day, last_day, version
);

create table intakes (
    id text primary key,
    at text not null,
    seen integer not null check (seen >= 0),
    files text not null check (substr(files, 1, 1) = '['),
    taken_back_at text
) strict;

create table returns (
    id text primary key,
    intake text not null references intakes(id),
    kind text not null check (kind in ('form', 'package')),
    agency text not null references agencies(id),
    sender text not null,
    sender_name text not null,
    period_code text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    source text not null,
    version integer not null check (version > 0),
    slip integer not null check (slip >= 0),
    corrects text not null,
    package_id text not null,
    file_name text not null,
    file_sha256 text not null check (length(file_sha256) = 64),
    content_sha256 text not null check (length(content_sha256) = 64),
    entries integer not null check (entries >= 0),
    attendance integer not null check (attendance >= 0),
    control text not null,
    state text not null check (
        state in ('accepted', 'returned', 'held', 'superseded', 'taken_back')
    ),
    received_at text not null,
    faults integer not null check (faults >= 0),
    reasons text not null check (substr(reasons, 1, 1) = '['),
    signer text not null
) strict;
create index returns_by_unit on returns (agency, first_day, last_day, version, slip);
create index returns_by_content on returns (content_sha256);
create index returns_by_intake on returns (intake);

create table received_rows (
    ret text not null,
    place text not null,
    row_id text not null,
    cell text not null,
    primary key (place, row_id, ret)
) strict, without rowid;
create index received_rows_by_return on received_rows (ret);

create table receipts (
    id text primary key,
    report text not null,
    package_id text not null,
    agency text not null,
    version integer not null check (version > 0),
    slip integer not null check (slip >= 0),
    entries integer not null check (entries >= 0),
    attendance integer not null check (attendance >= 0),
    control text not null,
    received_at text not null,
    file_name text not null,
    sha256 text not null check (length(sha256) = 64),
    signer text not null,
    outcome text not null check (
        outcome in ('given', 'matches', 'other_version', 'differs')
    ),
    kept_at text not null
) strict;
create index receipts_by_report on receipts (report);

create table exchange_mappings (
    id text primary key,
    sender text not null,
    kind text not null check (
        kind in ('agency', 'plan', 'task', 'goal', 'catalogue')
    ),
    theirs text not null,
    theirs_name text not null,
    ours text,
    decided_at text not null
) strict;
create unique index exchange_mappings_of on exchange_mappings (sender, kind, theirs);

create table lookups_due (
    place text not null,
    first integer not null,
    last integer not null check (last >= first),
    primary key (place, first)
) strict, without rowid;

create table journal_shared (
    id integer primary key,
    change integer not null references changes(id),
    cells text not null check (substr(cells, 1, 1) = '{')
) strict;
create index journal_shared_by_change on journal_shared (change);
alter table journal add column shared integer;

create table contacts (
    id text primary key references agencies(id),
    line text not null,
    mailbox text not null,
    note text not null,
    encryption_key text not null
) strict;

create table calls (
    id text primary key,
    agency text not null references agencies(id),
    period_code text not null,
    at text not null,
    way text not null,
    note text not null
) strict;
create index calls_by_unit on calls (agency, at);

create table unlisted_totals (
    id text primary key,
    agency text not null references agencies(id),
    figure text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    value text not null,
    note text not null,
    whole integer not null
) strict;
create index unlisted_totals_by_figure on unlisted_totals (figure, last_day);
"""

_LOCKS = """
create trigger unlisted_totals_locked_insert before insert on unlisted_totals
when exists (
    select 1 from period_standings
    where state <> 'entering' and new.last_day between first_day and last_day
)
begin select raise(abort, 'period_locked'); end;
create trigger unlisted_totals_locked_delete before delete on unlisted_totals
when exists (
    select 1 from period_standings
    where state <> 'entering' and old.last_day between first_day and last_day
)
begin select raise(abort, 'period_locked'); end;
create trigger unlisted_totals_locked_update before update on unlisted_totals
when exists (
    select 1 from period_standings
    where state <> 'entering' and (
        old.last_day between first_day and last_day
        or new.last_day between first_day and last_day
    )
)
begin select raise(abort, 'period_locked'); end;
"""

_SUMS = """
create table day_series (
    id integer primary key,
    definition text not null unique,
    made integer not null check (made in (0, 1))
) strict;
create table day_sums (
    series integer not null references day_series(id),
    day text not null,
    part text not null,
    value integer not null,
    primary key (series, day, part)
) strict, without rowid;
create table stale_days (
    place text not null,
    day text not null,
    primary key (place, day)
) strict, without rowid;
create index activities_of_staff on activities (last_day, state, joined_to, staff)
where staff <> '[]';

create trigger catalogue_items_sums_insert after insert on catalogue_items
when new.parent is not null or new."group" <> ''
begin update day_series set made = 0 where made = 1; end;
create trigger catalogue_items_sums_delete after delete on catalogue_items
when old.parent is not null or old."group" <> ''
begin update day_series set made = 0 where made = 1; end;
create trigger catalogue_items_sums_update after update on catalogue_items
when old.parent is not new.parent or old."group" is not new."group"
    or old.code <> new.code
begin update day_series set made = 0 where made = 1; end;
"""

_SUMMED = {
    "activities": "last_day",
    "products": "first_published",
    "postings": "last_day",
    "broadcasts": "last_day",
}
"""Tables whose sums are kept by day, and the column of the day."""

_MARK = """
create trigger {table}_sums_insert after insert on {table}
when exists (select 1 from day_series) and not exists (
    select 1 from stale_days where place = '{table}' and day = new.{day}
)
begin insert or ignore into stale_days values ('{table}', new.{day}); end;
create trigger {table}_sums_delete after delete on {table}
when exists (select 1 from day_series)
begin insert or ignore into stale_days values ('{table}', old.{day}); end;
create trigger {table}_sums_update after update on {table}
when exists (select 1 from day_series)
begin
    insert or ignore into stale_days
    values ('{table}', old.{day}), ('{table}', new.{day}); end;
"""

SQL = (
    _TABLES
    + _LOCKS
    + _SUMS
    + "".join(_MARK.format(table=table, day=day) for table, day in _SUMMED.items())
)
