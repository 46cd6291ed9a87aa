-- ACI contracts (cpts.md §7, §9). The terms are kept as the exact text that is signed: what is
-- computed with can never differ from what the parties bound themselves to.
create table contract (
    id                       uuid primary key,
    cpts                     uuid not null references cpts (id),
    caisse                   text not null check (caisse ~ '^[0-9]{3}$'),
    version                  bigint not null check (version >= 1),
    state                    text not null check (state in ('DRAFT', 'NEGOTIATION', 'SIGNED', 'ACTIVE',
        'TERMINATION_NOTIFIED', 'TERMINATION_SUSPENDED', 'TERMINATED', 'ENDED', 'ABANDONED')),
    round                    int not null check (round >= 1),
    terms                    text not null,
    size                     int not null check (size between 1 and 4),
    signed_on                date,
    started                  boolean not null,
    termination_by           text,
    termination_received_on  date,
    termination_effective_on date,
    termination_reason       text,
    referred_on              date,
    opinion_body             text,
    opinion                  text check (opinion in ('UPHELD', 'LIFTED')),
    opinion_on               date,
    ended_on                 date,
    created_at               timestamptz not null,
    changed_at               timestamptz not null,
    check ((signed_on is not null) = (state not in ('DRAFT', 'NEGOTIATION', 'ABANDONED'))),
    check ((ended_on is not null) = (state in ('TERMINATED', 'ENDED')))
);
-- A CPTS has one contract at a time.
create unique index contract_one_per_cpts on contract (cpts)
    where state not in ('TERMINATED', 'ENDED', 'ABANDONED');
create index contract_by_cpts on contract (cpts);
create index contract_in_force on contract (id)
    where state in ('SIGNED', 'ACTIVE', 'TERMINATION_NOTIFIED', 'TERMINATION_SUSPENDED');

create table contract_signature (
    contract  uuid not null references contract (id),
    party     text not null check (party in ('CPTS', 'CPAM', 'ARS')),
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    subject   text not null,
    client_id text not null,
    signed_at timestamptz not null,
    primary key (contract, party)
);

create table contract_offer (
    contract uuid not null references contract (id),
    number   int not null check (number >= 1),
    party    text not null,
    message  text,
    terms    text not null,
    hash     text not null,
    made_at  timestamptz not null,
    primary key (contract, number)
);

create table avenant (
    contract     uuid not null references contract (id),
    number       int not null check (number >= 1),
    effective_on date not null,
    content      text not null,
    hash         text not null,
    proposed_by  text not null,
    proposed_at  timestamptz not null,
    signed_at    timestamptz,
    primary key (contract, number)
);

create table avenant_signature (
    contract  uuid not null,
    number    int not null,
    party     text not null check (party in ('CPTS', 'CPAM', 'ARS')),
    hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
    subject   text not null,
    client_id text not null,
    signed_at timestamptz not null,
    primary key (contract, number, party),
    foreign key (contract, number) references avenant (contract, number)
);

create table contract_change (
    contract     uuid not null references contract (id),
    version      bigint not null,
    event        text,
    from_state   text,
    to_state     text not null,
    effective_on date not null,
    party        text,
    subject      text not null,
    client_id    text not null,
    note         text,
    recorded_at  timestamptz not null,
    primary key (contract, version)
);

-- The last guard of what three parties signed: the text of a signed contract or avenant and the
-- rounds that led to it never change, and nothing of it disappears.
create function refuse_change_of_signed_text() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'what was negotiated or signed is kept';
    end if;
    if tg_table_name = 'contract' then
        if old.signed_on is not null and (new.terms <> old.terms or new.signed_on is distinct from old.signed_on) then
            raise exception 'a signed contract changes by avenant only';
        end if;
    elsif tg_table_name = 'avenant' then
        if new.content <> old.content or new.effective_on <> old.effective_on
           or (old.signed_at is not null and new.signed_at is distinct from old.signed_at) then
            raise exception 'the text of an avenant does not change';
        end if;
    else
        raise exception 'what was negotiated or signed is kept';
    end if;
    return new;
end $$;

create trigger contract_text_is_frozen before update or delete on contract
    for each row execute function refuse_change_of_signed_text();
create trigger avenant_text_is_frozen before update or delete on avenant
    for each row execute function refuse_change_of_signed_text();
create trigger contract_offer_is_kept before update or delete on contract_offer
    for each row execute function refuse_change_of_signed_text();
create trigger contract_change_is_kept before update or delete on contract_change
    for each row execute function refuse_change_of_signed_text();
