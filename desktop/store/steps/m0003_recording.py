"""Let records have evidence, shared events be counted once, and imports be remembered.

Units that held one event together each keep their own entry; all but one of these
name the entry in which the event is counted. Square metres get decimals: a banner of
0,8 × 6 m is 4,8 m²; whole ones entered before are kept under the new name.
"""

SQL = """
create table evidence (
    id text primary key,
    place text not null,
    row_id text not null,
    name text not null,
    sha256 text not null check (length(sha256) = 64),
    size integer not null check (size >= 0),
    media text not null,
    added_at text not null,
    source_sha256 text not null check (length(source_sha256) = 64),
    exposure text not null,
    note text not null
) strict;
create index evidence_by_record on evidence (place, row_id);
create index evidence_by_content on evidence (sha256);

create table import_mappings (
    id text primary key,
    register text not null,
    headings text not null check (substr(headings, 1, 1) = '['),
    words text not null check (substr(words, 1, 1) = '['),
    kept_at text not null
) strict;
create index import_mappings_by_register on import_mappings (register, kept_at);

alter table activities add column joined_to text references activities(id);
create index activities_joined on activities (joined_to) where joined_to is not null;

alter table activities add column surface text;
update activities set surface = cast(area as text) where area is not null;
alter table activities drop column area;

alter table products add column pieces integer check (pieces >= 0);
alter table products add column surface text;
"""
