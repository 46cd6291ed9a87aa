-- Dialogues de gestion (cpts.md §8). What is agreed is kept as the exact text that is signed.
create table dialogue (
    contract        uuid not null references contract (id),
    number          int not null check (number >= 1),
    kind            text not null check (kind in ('SIGNATURE', 'MISSION_START', 'YEARLY')),
    state           text not null check (state in ('SCHEDULED', 'PREPARATION', 'REVIEW', 'AGREED', 'CLOSED')),
    version         bigint not null check (version >= 1),
    contract_year   int check (contract_year >= 1),
    due_from        date,
    due_until       date,
    content         text,
    results_version int not null check (results_version >= 1),
    correction      text,
    closed_at       timestamptz,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (contract, number),
    check ((kind = 'YEARLY') = (contract_year is not null)),
    check ((kind = 'YEARLY') = (due_from is not null))
);
create unique index dialogue_one_per_year on dialogue (contract, contract_year) where kind = 'YEARLY';

create table dialogue_decision (
    contract   uuid not null,
    number     int not null,
    mission    text not null,
    code       text not null,
    party      text not null check (party in ('CPAM', 'ARS')),
    verdict    text not null check (verdict in ('ACCEPTED', 'QUESTIONED', 'REFUSED')),
    comment    text,
    decided_at timestamptz not null,
    foreign key (contract, number) references dialogue (contract, number),
    check (verdict = 'ACCEPTED' or comment is not null)
);
create index dialogue_decision_of on dialogue_decision (contract, number);

create table dialogue_signature (
    contract  uuid not null,
    number    int not null,
    party     text not null check (party in ('CPTS', 'CPAM', 'ARS')),
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    subject   text not null,
    client_id text not null,
    signed_at timestamptz not null,
    foreign key (contract, number) references dialogue (contract, number)
);
create index dialogue_signature_of on dialogue_signature (contract, number);

create table dialogue_results (
    contract        uuid not null,
    number          int not null,
    results_version int not null,
    content         text not null,
    hash            text not null check (hash ~ '^[0-9a-f]{64}$'),
    closed_at       timestamptz not null,
    primary key (contract, number, results_version),
    foreign key (contract, number) references dialogue (contract, number)
);

create table dialogue_results_signature (
    contract        uuid not null,
    number          int not null,
    results_version int not null,
    party           text not null check (party in ('CPTS', 'CPAM', 'ARS')),
    hash            text not null,
    subject         text not null,
    client_id       text not null,
    signed_at       timestamptz not null,
    primary key (contract, number, results_version, party),
    foreign key (contract, number, results_version)
        references dialogue_results (contract, number, results_version)
);

create trigger dialogue_results_are_frozen before update or delete on dialogue_results
    for each row execute function refuse_change_of_signed_text();
create trigger dialogue_results_signature_is_kept before update or delete on dialogue_results_signature
    for each row execute function refuse_change_of_signed_text();
