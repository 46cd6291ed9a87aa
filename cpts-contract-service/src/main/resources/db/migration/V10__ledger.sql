-- The money of a contract (cpts.md §5). Facts and lines are only ever added.
create table contract_ledger (
    contract_id   uuid primary key,
    cpts_id       uuid not null,
    caisse        text not null,
    facts_version int  not null check (facts_version >= 1),
    line_count    int  not null check (line_count >= 0),
    next_due_on   date
);

create index contract_ledger_next_due on contract_ledger (next_due_on) where next_due_on is not null;

create table contract_facts (
    contract_id uuid        not null references contract_ledger (contract_id),
    version     int         not null,
    facts       jsonb       not null,
    recorded_at timestamptz not null,
    primary key (contract_id, version)
);

create table ledger_line (
    id            uuid primary key,
    contract_id   uuid           not null references contract_ledger (contract_id),
    position      int            not null check (position >= 1),
    contract_year int            not null check (contract_year >= 1),
    line          text           not null,
    volet         text           not null,
    kind          text           not null check (kind in ('FULL', 'ADVANCE', 'BALANCE', 'RECOVERY', 'CORRECTION')),
    milestone     text           not null,
    due_on        date           not null,
    amount        numeric(14, 2) not null,
    explanation   jsonb          not null,
    facts_version int            not null,
    up_to         date           not null,
    posted_at     timestamptz    not null,
    unique (contract_id, position),
    foreign key (contract_id, facts_version) references contract_facts (contract_id, version)
);

-- The last guard: what was written stands.
create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;

create trigger ledger_line_stands before update or delete on ledger_line
    for each row execute function refuse_change_of_ledger();
create trigger contract_facts_stand before update or delete on contract_facts
    for each row execute function refuse_change_of_ledger();
