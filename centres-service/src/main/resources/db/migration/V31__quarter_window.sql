-- When a quarter can be submitted. The rule is a dated parameter: the source asks for dates and gives none.
create table quarter_rule (
    from_quarter      text primary key check (from_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    opens_after_days  int  not null check (opens_after_days >= 0),
    due_after_days    int  not null check (due_after_days >= 0),
    closes_after_days int  check (closes_after_days >= due_after_days),
    source            text not null
);
insert into quarter_rule (from_quarter, opens_after_days, due_after_days, closes_after_days, source) values
    ('1900-Q1', 0, 45, null,
     '(assumption) open from the first day of the quarter, due 45 days after its last day, never closed');

-- Dates that an administrator (territory NATIONAL) or an ARS set for a quarter.
create table quarter_window (
    quarter        text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    territory      text        not null check (territory in ('NATIONAL', 'REGION', 'DEPARTEMENT')),
    territory_code text        not null,
    revision       bigint      not null check (revision >= 1),
    opens_on       date        not null,
    due_on         date        not null check (due_on >= opens_on),
    closes_on      date        check (closes_on >= due_on),
    changed_by     text        not null,
    primary key (quarter, territory, territory_code),
    check ((territory = 'NATIONAL') = (territory_code = ''))
);

-- Other dates for one centre, with the reason.
create table quarter_exception (
    quarter    text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    centre     text        not null references centre (finess),
    revision   bigint      not null check (revision >= 1),
    due_on     date        not null,
    closes_on  date        check (closes_on >= due_on),
    reason     text        not null check (length(reason) between 1 and 500),
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (quarter, centre)
);

-- Until when a version would have been on time, as the dates were when it was submitted.
alter table quarterly_version add column due_on date;
alter table quarterly_version add column late boolean;
alter table quarterly_version disable trigger quarterly_version_is_immutable;
update quarterly_version
set due_on = (make_date(left(quarter, 4)::int, right(quarter, 1)::int * 3, 1) + interval '1 month' - interval '1 day')::date + 45;
update quarterly_version set late = (submitted_at at time zone 'Europe/Paris')::date > due_on;
alter table quarterly_version enable trigger quarterly_version_is_immutable;
alter table quarterly_version alter column due_on set not null;
alter table quarterly_version alter column late set not null;
