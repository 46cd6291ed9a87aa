-- The registry of centres de santé.
create table centre (
    finess              text        primary key check (finess ~ '^([0-9]{2}|2[AB])[0-9]{7}$'),
    version             bigint      not null check (version >= 1),
    finess_juridique    text        not null check (finess_juridique ~ '^([0-9]{2}|2[AB])[0-9]{7}$'),
    siret               text        check (siret ~ '^[0-9]{14}$'),
    name                text        not null,
    manager_kind        text        not null,
    manager_name        text,
    commune_code        text        not null,
    commune_name        text        not null,
    departement         text        not null,
    region              text        not null,
    address             text,
    director            text,
    medecin_chef        text,
    phone               text,
    rooms               jsonb       not null,
    dental_chairs       bigint      check (dental_chairs >= 0),
    imaging             boolean,
    laboratory          boolean,
    dental_care         boolean,
    priority_urban_zone boolean,
    opened_on           date,
    closed_on           date        check (closed_on >= opened_on),
    registered_at       timestamptz not null,
    changed_at          timestamptz not null
);
create index centre_departement on centre (departement, finess);
create index centre_region on centre (region, finess);

create table centre_specialty (
    finess    text not null references centre (finess),
    position  int  not null,
    specialty text not null references specialty (code),
    primary key (finess, position),
    unique (finess, specialty)
);
create index centre_specialty_specialty on centre_specialty (specialty, finess);
