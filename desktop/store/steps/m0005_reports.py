"""Let reports be corrected, periods be locked, and templates be an office's own.

A locked period refuses every write into it here, below every way of writing. A
report's template is kept whole with the one it was made from, so that a new version
of the program can offer what is new without losing what the office changed. Entries
that were imported lead back to the cell they were read from.
"""

SQL = """
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
