"""Keep who signed a report, for whom, with which certificate, and until when it holds.

Person and agency sign one after the other: each must be known apart, an ending
certificate must be told in time, and a clock set back behind the last signing too.
What was signed stays known, so no row is ever changed or taken away.
"""

SQL = """
create table report_signatures (
    id text primary key,
    report text not null references issued_reports(id),
    role text not null check (role in ('person', 'agency')),
    signer text not null,
    issuer text not null,
    certificate_sha256 text not null check (length(certificate_sha256) = 64),
    valid_until text not null,
    signed_at text not null,
    test_key integer not null check (test_key in (0, 1)),
    token integer not null check (token in (0, 1))
) strict;
create index report_signatures_by_report on report_signatures (report, signed_at);
create trigger report_signatures_frozen_update before update on report_signatures
begin select raise(abort, 'issued_frozen'); end;
create trigger report_signatures_frozen_delete before delete on report_signatures
begin select raise(abort, 'issued_frozen'); end;
"""
