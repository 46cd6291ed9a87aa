-- Numbers that the texts of the option fix: rows are added, none is changed; of two that begin on the same day, the
-- later one holds.
create table option_parameter (
    id          uuid        primary key,
    code        text        not null check (code in ('FEWEST_FILES_OF_FIRST_BATCH', 'DAYS_UNTIL_DEEMED_ACCEPTED')),
    valid_from  date        not null,
    value       int         not null check (value >= 1),
    source      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
insert into option_parameter values
    ('019a0000-0000-7000-8000-000000000011', 'FEWEST_FILES_OF_FIRST_BATCH', '2003-01-01', 150,
     'seed 000, ANNEXE VIII: first dispatch of 150 files at least (accord national of 2003)',
     '2026-11-22T00:00:00Z', 'migration'),
    ('019a0000-0000-7000-8000-000000000012', 'DAYS_UNTIL_DEEMED_ACCEPTED', '2003-01-01', 15,
     'seed 000, ANNEXES VIII and IX: no answer in the fifteen days after dispatch (accord national of 2003)',
     '2026-11-22T00:00:00Z', 'migration');

-- What was said of a centre's application to its CPAM, every version of it.
create table coordination_application (
    centre      text        not null references centre (finess),
    volet       text        not null check (volet in ('MEDICAL', 'DENTAL', 'NURSING')),
    version     bigint      not null check (version >= 1),
    sent_on     date        not null,
    answer      text        check (answer in ('ACCEPTED', 'REFUSED')),
    answered_on date        check (answered_on >= sent_on),
    changed_at  timestamptz not null,
    primary key (centre, volet, version),
    check ((answer is null) = (answered_on is null))
);

-- What was said of the commitments of a year, every version of it.
create table coordination_checklist (
    centre     text        not null references centre (finess),
    year       int         not null,
    version    bigint      not null check (version >= 1),
    items      jsonb       not null,
    changed_at timestamptz not null,
    primary key (centre, year, version)
);

create function keep_option_row() returns trigger language plpgsql as $$
begin
    raise exception 'what was said of the option is kept';
end
$$;
create trigger option_parameter_is_kept before update or delete on option_parameter
    for each row execute function keep_option_row();
create trigger coordination_application_is_kept before update or delete on coordination_application
    for each row execute function keep_option_row();
create trigger coordination_checklist_is_kept before update or delete on coordination_checklist
    for each row execute function keep_option_row();
