-- Programmes d'accompagnement: their cohorts under anonymous numbers, and how far each levier has come.
create table programme (
    id               uuid        primary key,
    version          bigint      not null check (version >= 1),
    name             text        not null,
    region           text        not null check (region ~ '^[0-9]{2}$'),
    baseline_quarter text        not null check (baseline_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    starts_on        date        not null,
    ends_on          date        check (ends_on >= starts_on),
    fictional        boolean     not null,
    changed_at       timestamptz not null
);
create unique index programme_name on programme (region, lower(name));

create table programme_levier (
    programme uuid not null references programme (id),
    position  int  not null,
    levier    text not null,
    primary key (programme, position),
    unique (programme, levier)
);

create table participation (
    programme        uuid not null references programme (id),
    anonymous_number int  not null check (anonymous_number >= 1),
    centre           text not null references centre (finess),
    joined_on        date not null,
    left_on          date check (left_on >= joined_on),
    primary key (programme, anonymous_number),
    unique (programme, centre)
);
create index participation_centre on participation (centre, programme);

-- A number that was published once never means another centre, whatever the program does.
create function keep_anonymous_number() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.programme <> old.programme or new.centre <> old.centre
        or new.anonymous_number <> old.anonymous_number then
        raise exception 'an anonymous number is given once';
    end if;
    return new;
end
$$;
create trigger anonymous_number_is_kept before update or delete on participation
    for each row execute function keep_anonymous_number();

create table retained_levier (
    programme         uuid not null,
    anonymous_number  int  not null,
    levier            text not null,
    status            text not null check (status in ('VALIDATED', 'ACTIVATED')),
    validated_on      date not null,
    activated_on      date,
    overrule_positive boolean,
    overrule_reason   text,
    overruled_at      timestamptz,
    overruled_by      text,
    primary key (programme, anonymous_number, levier),
    foreign key (programme, anonymous_number) references participation (programme, anonymous_number),
    check ((status = 'ACTIVATED') = (activated_on is not null)),
    check (num_nonnulls(overrule_positive, overrule_reason, overruled_at, overruled_by) in (0, 4))
);
