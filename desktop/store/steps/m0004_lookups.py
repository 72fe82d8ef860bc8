"""Let long lists sort and filter, and searches find, without reading every record.

Beside each record stand the keys by which its texts sort and are filtered, and the
words by which it is found. Both are made from the record again whenever they are
missing or were made by other rules, so this step only makes room for them.
"""

SQL = """
drop table search_text;
drop table search_entries;
create virtual table search_text using fts5(
    words,
    content = '', detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7',
    tokenize = 'ascii'
);

create table text_keys (
    place text not null,
    kind text not null,
    field text not null,
    sort_key text not null,
    newest integer not null,
    primary key (place, kind, field, sort_key, newest)
) strict, without rowid;

create table text_folds (
    place text not null,
    kind text not null,
    field text not null,
    newest integer not null,
    folded text not null,
    primary key (place, kind, field, newest)
) strict, without rowid;

create table lookups_made (
    id integer primary key check (id = 1),
    rules text not null,
    schema_version integer not null
) strict;

drop index activities_by_kind;
create index activities_listed on activities (
    kind, last_day, first_day, state, agency, organiser_tier, partners, tasks, pillar,
    themes, channel, form, mode, languages, sessions, attendance, people,
    agencies_reached, places_reached, pieces, documents, surface, schools, lessons,
    entries, prizes, requested_at, held_at, occasion, content_source, co_chairs,
    checked, area_types, invited, attended, press_bodies, reporters, questions,
    answers, combined, outside, integrated, digital, joined_to
);

drop index products_by_day;
create index products_listed on products (
    first_published, type, agency, tasks, languages, pillar, themes, copies, pieces,
    surface, minutes,
    frequency, digital, digitised, connected, online, online_since
);

drop index postings_by_day;
create index postings_listed on postings (
    last_day, first_day, agency, channel, product, tasks, languages, pillar, themes,
    items, sent, contributed, views, interactions, followers
);

drop index broadcasts_by_day;
create index broadcasts_listed on broadcasts (
    last_day, first_day, agency, channel, product, tasks, language, pillar, themes,
    minutes, times
);
"""
