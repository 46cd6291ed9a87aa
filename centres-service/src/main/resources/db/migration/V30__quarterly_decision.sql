-- What the ARS decided of a submitted version: validated, or returned with a comment. Once and for good.
create table quarterly_decision (
    centre     text        not null,
    quarter    text        not null,
    version    int         not null,
    outcome    text        not null check (outcome in ('VALIDATED', 'RETURNED')),
    comment    text        check (length(comment) between 1 and 2000),
    decided_at timestamptz not null,
    decided_by text        not null,
    primary key (centre, quarter, version),
    foreign key (centre, quarter, version) references quarterly_version (centre, quarter, version),
    check ((outcome = 'RETURNED') = (comment is not null))
);

create function refuse_change_of_decision() returns trigger language plpgsql as $$
begin
    raise exception 'a decision on a submitted version is immutable';
end
$$;
create trigger quarterly_decision_is_immutable
    before update or delete on quarterly_decision
    for each row execute function refuse_change_of_decision();
