-- Who did what: a chain of hashes that only grows. See docs/adr/0017-audit-chain.md.
create table audit_entry (
    sequence      bigint      primary key check (sequence >= 1),
    call          uuid        not null,
    at            timestamptz not null,
    service       text        not null,
    outcome       text        not null check (outcome in ('ATTEMPTED', 'ALLOWED', 'DENIED', 'FAILED')),
    subject       text,
    client        text,
    roles         text        not null,
    address       text,
    request_id    text        not null,
    operation     text,
    method        text        not null,
    route         text,
    resource      text        collate "C",
    filters       text,
    status        int,
    code          text,
    calls         int         not null check (calls >= 1),
    previous_hash text        not null,
    hash          text        not null
);

-- What auditors search by. Time needs no tree: it grows with the sequence.
create index audit_entry_subject on audit_entry (subject, sequence) where subject is not null;
create index audit_entry_resource on audit_entry (resource, sequence) where resource is not null;
create index audit_entry_at on audit_entry using brin (at);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end $$;

create trigger audit_entry_stands before update or delete on audit_entry
    for each row execute function refuse_change_of_audit();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
    for each statement execute function refuse_change_of_audit();
