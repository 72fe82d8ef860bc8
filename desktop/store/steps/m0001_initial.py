"""The first schema: every table the program began with."""

SQL = """
create table agencies (
    id text primary key,
    name text not null,
    short_name text not null,
    aliases text not null check (substr(aliases, 1, 1) = '['),
    kind text not null,
    tier text not null,
    parent text,
    code text not null,
    valid_from text,
    valid_to text,
    position integer not null
) strict;

create table plans (
    id text primary key,
    document_type text not null,
    title text not null,
    number text not null,
    issued_on text,
    issuer text not null,
    territory text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    annex_title text not null,
    annex_note text not null,
    closing text not null
) strict;

create table plan_sections (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    heading text not null,
    "text" text not null
) strict;

create table legal_bases (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    document_type text not null,
    number text not null,
    issued_on text,
    issuer text not null,
    summary text not null,
    relation text not null
) strict;

create table tasks (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    code text not null,
    parent text,
    "text" text not null,
    lead_text text not null,
    partner_text text not null,
    leads text not null check (substr(leads, 1, 1) = '['),
    partners text not null check (substr(partners, 1, 1) = '['),
    time_text text not null,
    figures text not null check (substr(figures, 1, 1) = '[')
) strict;

create table task_states (
    id text primary key,
    task text not null references tasks(id),
    year integer not null,
    progress text not null,
    result_text text not null
) strict;

create table targets (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    code text not null,
    "text" text not null,
    label text not null,
    unit text not null,
    formula text not null,
    direction text not null,
    value text,
    upper text,
    tolerance text not null,
    basis text not null,
    year integer,
    staff_group text,
    staff_tier text not null,
    scope text not null check (substr(scope, 1, 1) = '['),
    figure text,
    subject text,
    supplier text,
    required integer not null
) strict;

create table milestones (
    id text primary key,
    target text not null references targets(id),
    year integer not null,
    value text not null
) strict;

create table deadlines (
    id text primary key,
    plan text not null references plans(id),
    kind text not null,
    "text" text not null,
    reporters text not null,
    recipient text,
    recipient_text text not null,
    due_month integer,
    due_day integer,
    remind_days text not null check (substr(remind_days, 1, 1) = '[')
) strict;

create table catalogue_items (
    id text primary key,
    catalogue text not null,
    code text not null,
    name text not null,
    "group" text not null,
    parent text,
    aliases text not null check (substr(aliases, 1, 1) = '['),
    position integer not null,
    retired integer not null check (retired in (0, 1))
) strict;

create table activities (
    id text primary key,
    kind text not null,
    title text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    state text not null,
    agency text not null references agencies(id),
    organiser_tier text not null,
    partners text not null check (substr(partners, 1, 1) = '['),
    tasks text not null check (substr(tasks, 1, 1) = '['),
    place text not null,
    pillar text,
    themes text not null check (substr(themes, 1, 1) = '['),
    channel text,
    form text,
    languages text not null check (substr(languages, 1, 1) = '['),
    sessions integer check (sessions >= 0),
    attendance integer check (attendance >= 0),
    people integer check (people >= 0),
    audiences text not null check (substr(audiences, 1, 1) = '['),
    staff text not null check (substr(staff, 1, 1) = '['),
    agencies_reached integer check (agencies_reached >= 0),
    places_reached integer check (places_reached >= 0),
    pieces integer check (pieces >= 0),
    documents integer check (documents >= 0),
    area integer check (area >= 0),
    schools integer check (schools >= 0),
    lessons integer check (lessons >= 0),
    entries integer check (entries >= 0),
    prizes integer check (prizes >= 0),
    integrated integer not null check (integrated in (0, 1)),
    digital integer not null check (digital in (0, 1)),
    spending text not null check (substr(spending, 1, 1) = '['),
    note text not null
) strict;

create table products (
    id text primary key,
    title text not null,
    type text not null,
    first_published text not null,
    agency text not null references agencies(id),
    tasks text not null check (substr(tasks, 1, 1) = '['),
    languages text not null check (substr(languages, 1, 1) = '['),
    pillar text,
    themes text not null check (substr(themes, 1, 1) = '['),
    copies integer check (copies >= 0),
    minutes integer check (minutes >= 0),
    digital integer not null check (digital in (0, 1)),
    digitised integer not null check (digitised in (0, 1)),
    connected integer not null check (connected in (0, 1)),
    online integer not null check (online in (0, 1)),
    online_since text,
    online_place text not null,
    note text not null
) strict;

create table data_sources (
    id text primary key,
    name text not null,
    agency text not null references agencies(id),
    recorded_on text not null,
    digitised integer not null check (digitised in (0, 1)),
    connected integer not null check (connected in (0, 1)),
    online integer not null check (online in (0, 1)),
    online_since text,
    online_place text not null,
    note text not null
) strict;

create table postings (
    id text primary key,
    title text not null,
    agency text not null references agencies(id),
    channel text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    product text,
    tasks text not null check (substr(tasks, 1, 1) = '['),
    languages text not null check (substr(languages, 1, 1) = '['),
    pillar text,
    themes text not null check (substr(themes, 1, 1) = '['),
    items integer not null check (items >= 0),
    views integer check (views >= 0),
    interactions integer check (interactions >= 0),
    followers integer check (followers >= 0),
    note text not null
) strict;

create table broadcasts (
    id text primary key,
    title text not null,
    agency text not null references agencies(id),
    channel text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    product text,
    tasks text not null check (substr(tasks, 1, 1) = '['),
    language text not null,
    pillar text,
    themes text not null check (substr(themes, 1, 1) = '['),
    minutes integer not null check (minutes >= 0),
    times integer not null check (times >= 0),
    note text not null
) strict;

create table headcounts (
    id text primary key,
    agency text not null references agencies(id),
    "group" text not null,
    tier text not null,
    as_of text not null,
    people integer not null check (people >= 0),
    note text not null
) strict;

create table departures (
    id text primary key,
    agency text not null references agencies(id),
    "group" text not null,
    tier text not null,
    left_on text not null,
    people integer not null check (people >= 0),
    note text not null
) strict;

create table tallies (
    id text primary key,
    subject text not null,
    agency text not null references agencies(id),
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    detected integer not null check (detected >= 0),
    handled integer not null check (handled >= 0),
    document_number text not null,
    document_date text not null
) strict;

create table spokesperson_checks (
    id text primary key,
    agency text not null references agencies(id),
    year integer not null,
    document_number text not null,
    document_date text,
    made_public integer not null check (made_public in (0, 1)),
    note text not null
) strict;

create table unit_plans (
    id text primary key,
    agency text not null references agencies(id),
    number text not null,
    issued_on text not null,
    year integer not null,
    note text not null
) strict;

create table issued_reports (
    id text primary key,
    kind text not null,
    period_code text not null,
    first_day text not null,
    last_day text not null check (last_day >= first_day),
    version integer not null,
    issued_at text not null,
    number text not null,
    dated text,
    content text not null,
    content_sha256 text not null,
    journal_head text not null
) strict;

create table issued_copies (
    id text primary key,
    report text not null,
    format text not null,
    file_name text not null,
    sha256 text not null,
    size integer not null check (size >= 0),
    made_at text not null,
    signed_by text not null,
    test_key integer not null check (test_key in (0, 1))
) strict;

create table deliveries (
    id text primary key,
    report text not null,
    package_id text not null,
    file_name text not null,
    size integer not null check (size >= 0),
    sha256 text not null,
    target text not null,
    state text not null,
    prepared_at text not null,
    finished_at text,
    reason text not null
) strict;

create unique index agencies_by_name on agencies (name, coalesce(valid_from, ''));
create unique index catalogue_values on catalogue_items (catalogue, code);
create unique index target_codes on targets (plan, code);
create unique index task_codes on tasks (plan, code);
create unique index milestone_years on milestones (target, year);
create unique index task_years on task_states (task, year);
create unique index spokesperson_years on spokesperson_checks (agency, year);
create unique index report_versions on issued_reports (kind, period_code, version);
create index activities_by_kind on activities (kind, last_day);
create index activities_by_day on activities (last_day);
create index products_by_day on products (first_published);
create index postings_by_day on postings (last_day);
create index broadcasts_by_day on broadcasts (last_day);
create index headcounts_by_group on headcounts ("group", tier, as_of);

create table preferences (
    id text primary key check (id = 'office'),
    value text not null check (substr(value, 1, 1) = '{')
) strict;

create table drafts (
    id text primary key,
    register text not null,
    value text not null check (substr(value, 1, 1) = '{'),
    kept_at text not null
) strict;

create table changes (
    id integer primary key,
    kind text not null,
    verb text not null,
    subject text not null,
    at text not null,
    "by" text not null,
    reverts integer references changes(id),
    tables text not null check (substr(tables, 1, 1) = '['),
    hash text not null
) strict;
create index changes_reverted on changes (reverts);

create table journal (
    id integer primary key,
    change integer not null references changes(id),
    place text not null,
    row_id text not null,
    before text check (substr(before, 1, 1) = '{'),
    after text check (substr(after, 1, 1) = '{')
) strict;
create index journal_by_change on journal (change);
create index journal_by_row on journal (place, row_id);

create table search_entries (
    id integer primary key,
    place text not null,
    row_id text not null,
    unique (place, row_id)
) strict;
create virtual table search_text using fts5 (
    exact, folded,
    tokenize = 'unicode61 remove_diacritics 0'
);
"""
