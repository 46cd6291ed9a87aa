-- The option de coordination (seed 000, ANNEXES VIII and IX). Amounts are dated reference data: rows are added, none
-- is changed; of two that begin on the same day, the later one holds.
create table option_amount (
    id             uuid           primary key,
    volet          text           not null check (volet in ('MEDICAL', 'DENTAL', 'NURSING')),
    from_fte       numeric(6, 2)  not null check (from_fte >= 0),
    valid_from     date           not null,
    amount         numeric(15, 2) check (amount >= 0),
    missing_reason text,
    source         text           not null,
    recorded_at    timestamptz    not null,
    recorded_by    text           not null,
    check ((amount is null) <> (missing_reason is null))
);
insert into option_amount values
    ('019a0000-0000-7000-8000-000000000001', 'MEDICAL', 0, '2014-01-01', 46.00, null,
     'seed 000, ANNEXE VIII: 46 € per member and year', '2026-11-22T00:00:00Z', 'migration'),
    ('019a0000-0000-7000-8000-000000000002', 'DENTAL', 0, '2014-01-01', null, 'TO_VERIFY',
     'seed 000, ANNEXE VIII names the volet and no amount', '2026-11-22T00:00:00Z', 'migration'),
    ('019a0000-0000-7000-8000-000000000003', 'NURSING', 0, '2014-01-01', 7622.00, null,
     'seed 000, ANNEXE IX: FTE below 4', '2026-11-22T00:00:00Z', 'migration'),
    ('019a0000-0000-7000-8000-000000000004', 'NURSING', 4, '2014-01-01', 12928.00, null,
     'seed 000, ANNEXE IX: FTE from 4, below 7', '2026-11-22T00:00:00Z', 'migration'),
    ('019a0000-0000-7000-8000-000000000005', 'NURSING', 7, '2014-01-01', 16160.00, null,
     'seed 000, ANNEXE IX: FTE from 7, below 10', '2026-11-22T00:00:00Z', 'migration'),
    ('019a0000-0000-7000-8000-000000000006', 'NURSING', 10, '2014-01-01', 19391.00, null,
     'seed 000, ANNEXE IX: FTE from 10', '2026-11-22T00:00:00Z', 'migration');
create function keep_option_amount() returns trigger language plpgsql as $$
begin
    raise exception 'an amount of the option is kept; add another';
end
$$;
create trigger option_amount_is_kept before update or delete on option_amount
    for each row execute function keep_option_amount();

create table coordination_batch (
    id         uuid        primary key,
    centre     text        not null references centre (finess),
    volet      text        not null check (volet in ('MEDICAL', 'DENTAL')),
    number     int         not null check (number >= 1),
    sent_on    date        not null,
    files      int         not null check (files >= 1),
    created_at timestamptz not null,
    unique (centre, volet, number)
);

create table coordination_membership (
    id                  uuid        primary key,
    centre              text        not null references centre (finess),
    volet               text        not null check (volet in ('MEDICAL', 'DENTAL')),
    reference           text        not null,
    coordinating_doctor text        not null,
    started_on          date        not null,
    ended_on            date        check (ended_on >= started_on),
    version             bigint      not null check (version >= 1),
    changed_at          timestamptz not null,
    batch               uuid        references coordination_batch (id)
);
create index coordination_membership_centre on coordination_membership (centre, id);
-- One membership of a volet at a time: who has left may come back.
create unique index coordination_membership_once on coordination_membership (centre, volet, reference)
    where ended_on is null;
