-- CPTS: register, territory, lifecycle, start-up money, partners (cpts.md §1, §2).
create table cpts (
    id             uuid        primary key,
    version        bigint      not null check (version >= 1),
    name           text        not null,
    legal_form     text,
    siret          text        check (siret ~ '^[0-9]{14}$'),
    caisse         text        not null check (caisse ~ '^[0-9]{3}$'),
    seat_commune   text        not null,
    seat_name      text        not null,
    departement    text        not null,
    region         text        not null,
    stage          text        not null,
    stage_since    date,
    territory      int         not null default 0 check (territory >= 0),
    partners       int         not null default 0 check (partners >= 0),
    contract       uuid,
    contract_state text,
    registered_at  timestamptz not null,
    changed_at     timestamptz not null,
    check ((contract is null) = (contract_state is null))
);
create index cpts_departement on cpts (departement, stage, id);
create index cpts_region on cpts (region, stage, id);
create index cpts_caisse on cpts (caisse, stage, id);
create index cpts_submitted on cpts (stage_since) where stage = 'PROJET_DE_SANTE';

-- Every computation of a territory, with the vintage of the table it was made with.
create table cpts_territory (
    cpts          uuid        not null references cpts (id),
    number        int         not null check (number >= 1),
    population    int         not null check (population > 0),
    size          int         not null check (size between 1 and 4),
    vintage       int         not null,
    computed_at   timestamptz not null,
    subject       text        not null,
    client_id     text        not null,
    primary key (cpts, number)
);

create table cpts_territory_commune (
    cpts       uuid not null,
    number     int  not null,
    code       text not null,
    name       text not null,
    parent     text,
    population int  not null check (population >= 0),
    primary key (cpts, number, code),
    foreign key (cpts, number) references cpts_territory (cpts, number)
);
create index cpts_territory_commune_code on cpts_territory_commune (code, cpts, number);
create index cpts_territory_commune_parent on cpts_territory_commune (parent, cpts, number)
    where parent is not null;

create table cpts_stage_change (
    cpts        uuid        not null references cpts (id),
    number      int         not null check (number >= 1),
    from_stage  text        not null,
    event       text        not null,
    to_stage    text        not null,
    effective_on date       not null,
    recorded_at timestamptz not null,
    subject     text        not null,
    client_id   text        not null,
    primary key (cpts, number)
);

-- What was computed or has happened never changes, whatever the program does.
create function refuse_change_of_cpts_history() returns trigger language plpgsql as $$
begin
    raise exception 'the history of a CPTS is immutable';
end
$$;
create trigger cpts_territory_is_immutable
    before update or delete on cpts_territory
    for each row execute function refuse_change_of_cpts_history();
create trigger cpts_territory_commune_is_immutable
    before update or delete on cpts_territory_commune
    for each row execute function refuse_change_of_cpts_history();
create trigger cpts_stage_change_is_immutable
    before update or delete on cpts_stage_change
    for each row execute function refuse_change_of_cpts_history();

-- Money of the ARS before the contract: writing the projet de santé, coordination time, early action.
create table start_up_grant (
    id          uuid           primary key,
    cpts        uuid           not null references cpts (id),
    kind        text           not null check (kind in ('PROJET_DE_SANTE', 'COORDINATION_TIME', 'ACTION_PRECOCE')),
    amount      numeric(15, 2) not null check (amount > 0),
    granted_on  date           not null,
    sign_by     date           check (sign_by > granted_on),
    recorded_at timestamptz    not null,
    subject     text           not null,
    client_id   text           not null,
    check ((kind = 'ACTION_PRECOCE') = (sign_by is not null))
);
create index start_up_grant_cpts on start_up_grant (cpts, id);
create unique index start_up_grant_coordination_once on start_up_grant (cpts) where kind = 'COORDINATION_TIME';

create table cpts_partner (
    cpts     uuid not null references cpts (id),
    position int  not null,
    role     text not null,
    name     text not null,
    primary key (cpts, position)
);
