-- The quarterly grid: one record per centre and quarter, and every version that was submitted.
create table quarterly_record (
    centre     text        not null references centre (finess),
    quarter    text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    revision   bigint      not null check (revision >= 1),
    draft      jsonb,
    version    int         not null check (version >= 0),
    changed_at timestamptz not null,
    primary key (centre, quarter),
    check (draft is not null or version > 0)
);

create table quarterly_version (
    centre                text        not null,
    quarter               text        not null,
    version               int         not null check (version >= 1),
    content               jsonb       not null,
    submitted_at          timestamptz not null,
    submitted_by          text        not null,
    acknowledged_warnings jsonb       not null,
    primary key (centre, quarter, version),
    foreign key (centre, quarter) references quarterly_record (centre, quarter)
);

-- A submitted version never changes, whatever the program does.
create function refuse_change_of_submitted_version() returns trigger language plpgsql as $$
begin
    raise exception 'a submitted version is immutable';
end
$$;
create trigger quarterly_version_is_immutable
    before update or delete on quarterly_version
    for each row execute function refuse_change_of_submitted_version();
