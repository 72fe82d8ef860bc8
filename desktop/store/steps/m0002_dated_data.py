"""Let plans, targets, agencies and deadlines change by the day, and several live here.

An office holds more than one plan, each with its own words for the common catalogues;
targets have versions, agencies former names and successors, deadlines more shapes.
"""

SQL = """
create table former_names (
    id text primary key,
    agency text not null references agencies(id),
    name text not null,
    short_name text not null,
    tier text not null,
    parent text,
    code text not null,
    last_day text not null
) strict;

create table successions (
    id text primary key,
    kind text not null,
    day text not null,
    predecessors text not null check (substr(predecessors, 1, 1) = '['),
    successors text not null check (substr(successors, 1, 1) = '['),
    decision text not null,
    decided_on text,
    note text not null
) strict;

create table budgets (
    id text primary key,
    agency text not null references agencies(id),
    year integer not null,
    source text not null,
    estimated integer not null check (estimated >= 0),
    allocated integer not null check (allocated >= 0),
    spent integer not null check (spent >= 0),
    procurement text,
    note text not null
) strict;

alter table spokesperson_checks add column position text not null default '';
alter table spokesperson_checks add column public_since text;

alter table plans add column place_date text not null default '';
alter table plans add column state text not null default 'in_force';
alter table plans add column parent text references plans(id);
alter table plans add column follows text references plans(id);
alter table plans add column carried_by text references agencies(id);
alter table plans add column carried_from text;
alter table plans add column recipients text not null default '[]'
    check (substr(recipients, 1, 1) = '[');
alter table plans add column authority text not null default '[]'
    check (substr(authority, 1, 1) = '[');
alter table plans add column signer_name text not null default '';

create table plan_values (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    catalogue text not null,
    code text not null,
    number text not null,
    "text" text not null
) strict;

insert into plan_values
    select p.id || '/' || c.catalogue || '/' || c.code, p.id, c.position,
           c.catalogue, c.code, '', c.name
    from plans p, catalogue_items c where c.catalogue in ('theme', 'pillar');

create table plan_roles (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    agency_text text not null,
    agencies text not null check (substr(agencies, 1, 1) = '['),
    roles text not null check (substr(roles, 1, 1) = '['),
    "text" text not null
) strict;

create table roadmap_steps (
    id text primary key,
    plan text not null references plans(id),
    position integer not null,
    first_year integer not null,
    last_year integer check (last_year >= first_year),
    "text" text not null,
    tasks text not null check (substr(tasks, 1, 1) = '[')
) strict;

alter table tasks add column number text not null default '';
alter table tasks add column content_text text not null default '';
alter table tasks add column form_text text not null default '';
alter table tasks add column bases text not null default '[]'
    check (substr(bases, 1, 1) = '[');

create table quantities (
    id text primary key,
    task text not null references tasks(id),
    figure text not null,
    year integer not null,
    value text not null,
    quarters text not null check (substr(quarters, 1, 1) = '[')
) strict;

drop index target_codes;
alter table targets add column valid_from text;
alter table targets add column valid_to text;
alter table targets add column decision text not null default '';
alter table targets add column staff_tiers text not null default '[]'
    check (substr(staff_tiers, 1, 1) = '[');
update targets set staff_tiers = json_array(staff_tier) where staff_tier <> '';
alter table targets drop column staff_tier;
alter table targets add column training text not null default 'both';
alter table targets add column divisor text;
alter table targets add column supplied text not null default 'handled_of_detected';
alter table targets add column interval integer not null default 0;

alter table milestones add column quarters text not null default '[]'
    check (substr(quarters, 1, 1) = '[');

create table achievements (
    id text primary key,
    title text not null,
    reached_on text not null,
    agency text not null references agencies(id),
    goals text not null check (substr(goals, 1, 1) = '['),
    tasks text not null check (substr(tasks, 1, 1) = '['),
    steps text not null check (substr(steps, 1, 1) = '['),
    document_number text not null,
    document_date text,
    note text not null
) strict;

create table estimates (
    id text primary key,
    goal text not null,
    year integer not null,
    value text not null,
    made_on text not null,
    note text not null
) strict;

create table inherited_figures (
    id text primary key,
    goal text,
    figure text,
    year integer not null,
    numerator text not null,
    denominator text,
    agency text not null references agencies(id),
    document_number text not null,
    document_date text,
    note text not null,
    check ((goal is null) <> (figure is null))
) strict;

alter table deadlines add column owing text not null default '[]'
    check (substr(owing, 1, 1) = '[');
alter table deadlines add column due_year integer;
alter table deadlines add column inclusive integer not null default 0
    check (inclusive in (0, 1));
alter table deadlines add column counted_from text;
alter table deadlines add column after_years integer;
alter table deadlines add column within_hours integer;
alter table deadlines add column closing_month integer;
alter table deadlines add column closing_day integer;
alter table deadlines add column informative integer not null default 0
    check (informative in (0, 1));

create table days_off (
    id text primary key,
    day text not null,
    name text not null,
    working integer not null check (working in (0, 1))
) strict;

alter table activities add column mode text;
alter table activities add column requested_at text;
alter table activities add column held_at text;
alter table activities add column occasion text;
alter table activities add column content_source text;
alter table activities add column co_chairs text not null default '[]'
    check (substr(co_chairs, 1, 1) = '[');
alter table activities add column checked text not null default '[]'
    check (substr(checked, 1, 1) = '[');
alter table activities add column area_types text not null default '[]'
    check (substr(area_types, 1, 1) = '[');
alter table activities add column invited integer check (invited >= 0);
alter table activities add column attended integer check (attended >= 0);
alter table activities add column press_bodies integer check (press_bodies >= 0);
alter table activities add column reporters integer check (reporters >= 0);
alter table activities add column questions integer check (questions >= 0);
alter table activities add column answers integer check (answers >= 0);
alter table activities add column request_document text not null default '';
alter table activities add column invitation_document text not null default '';
alter table activities add column programme text not null default '';
alter table activities add column combined integer not null default 0
    check (combined in (0, 1));
alter table activities add column outside integer not null default 0
    check (outside in (0, 1));

alter table products add column frequency text;

alter table postings add column sent integer check (sent >= 0);
alter table postings add column contributed integer check (contributed >= 0);

create table own_channels (
    id text primary key,
    name text not null,
    channel text not null,
    agency text not null references agencies(id),
    parent text references own_channels(id),
    languages text not null check (substr(languages, 1, 1) = '['),
    opened_on text not null,
    closed_on text check (closed_on >= opened_on),
    section integer not null check (section in (0, 1)),
    section_since text,
    note text not null
) strict;

alter table tallies add column total integer check (total >= 0);

create unique index target_versions on targets (plan, code, coalesce(valid_from, ''));
create unique index plan_value_codes on plan_values (plan, catalogue, code);
create unique index quantity_years on quantities (task, figure, year);
create unique index estimate_years on estimates (goal, year);
create unique index days_off_by_day on days_off (day);
create index former_names_by_agency on former_names (agency, last_day);
create index achievements_by_day on achievements (reached_on);
"""
