-- The rights that centres give to software editors.
create table mandat (
    id          uuid        primary key,
    centre      text        not null references centre (finess),
    client_id   text        not null,
    valid_from  date        not null,
    valid_until date        not null check (valid_until >= valid_from),
    given_at    timestamptz not null,
    revoked_at  timestamptz
);
create index mandat_centre on mandat (centre, id);
create index mandat_client on mandat (client_id, centre);

create table mandat_scope (
    mandat uuid not null references mandat (id),
    scope  text not null,
    primary key (mandat, scope)
);

-- How often the list of mandats of a centre has changed: the version of its state message.
create table mandat_list (
    centre  text   primary key references centre (finess),
    version bigint not null check (version >= 1)
);
