-- What the registry said, in both times: from which day it holds (effective_from), and since when the platform
-- knows it (changed_at). A version holds until the next day from which another holds; of two that hold from the
-- same day, the later known one corrects the other.
alter table centre add column effective_from date;
alter table centre add column successor text references centre (finess);
-- What is known of earlier centres holds since their opening; 1900 where that is not known.
update centre set effective_from = coalesce(opened_on, date '1900-01-01');
alter table centre alter column effective_from set not null;
alter table centre add check (successor is null or closed_on is not null);
alter table centre add check (successor <> finess);

-- The specialties of a centre are rewritten one by one: in between, one may stand in two places.
alter table centre_specialty drop constraint centre_specialty_finess_specialty_key;
alter table centre_specialty add constraint centre_specialty_once unique (finess, specialty) deferrable initially deferred;

create table centre_version (
    finess              text        not null references centre (finess),
    version             bigint      not null check (version >= 1),
    effective_from      date        not null,
    finess_juridique    text        not null,
    siret               text,
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
    specialties         text[]      not null,
    rooms               jsonb       not null,
    dental_chairs       bigint,
    imaging             boolean,
    laboratory          boolean,
    dental_care         boolean,
    priority_urban_zone boolean,
    opened_on           date,
    closed_on           date,
    successor           text,
    changed_at          timestamptz not null,
    primary key (finess, version)
);
create index centre_version_effective on centre_version (finess, effective_from desc, version desc);

insert into centre_version
select c.finess, c.version, c.effective_from, c.finess_juridique, c.siret, c.name, c.manager_kind, c.manager_name,
       c.commune_code, c.commune_name, c.departement, c.region, c.address, c.director, c.medecin_chef, c.phone,
       array(select s.specialty from centre_specialty s where s.finess = c.finess order by s.position),
       c.rooms, c.dental_chairs, c.imaging, c.laboratory, c.dental_care, c.priority_urban_zone,
       c.opened_on, c.closed_on, c.successor, c.changed_at
from centre c;

create function keep_centre_version() returns trigger language plpgsql as $$
begin
    raise exception 'what the registry said is kept';
end
$$;
create trigger centre_version_is_kept before update or delete on centre_version
    for each row execute function keep_centre_version();

-- Search: case, accents and punctuation do not count, words are searched by their beginnings, and as French words
-- by their stems. No extension is needed: unaccent is not in every PostgreSQL.
create function folded(source text) returns text language sql immutable parallel safe strict
    return regexp_replace(
        lower(translate(
            replace(replace(replace(replace(source, 'Œ', 'oe'), 'œ', 'oe'), 'Æ', 'ae'), 'æ', 'ae'),
            'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŸàáâãäåçèéêëìíîïñòóôõöøùúûüýÿ',
            'aaaaaaceeeeiiiinoooooouuuuyyaaaaaaceeeeiiiinoooooouuuuyy')),
        '[^a-z0-9]+', ' ', 'g');
create function registry_words(source text) returns tsvector language sql immutable parallel safe strict
    return to_tsvector('pg_catalog.french', folded(source)) || to_tsvector('pg_catalog.simple', folded(source));
-- Every word must be found; null, which finds nothing, when there is none.
create function registry_query(wanted text) returns tsquery language plpgsql immutable parallel safe strict as $$
declare
    word text;
    one tsquery;
    every_one tsquery;
begin
    foreach word in array regexp_split_to_array(trim(folded(wanted)), ' ') loop
        if word <> '' then
            one := to_tsquery('pg_catalog.simple', word || ':*');
            if numnode(to_tsquery('pg_catalog.french', word || ':*')) > 0 then
                one := one || to_tsquery('pg_catalog.french', word || ':*');
            end if;
            every_one := case when every_one is null then one else every_one && one end;
        end if;
    end loop;
    return every_one;
end
$$;
alter table centre add column search tsvector generated always as (
    registry_words(name || ' ' || commune_name || ' ' || coalesce(manager_name, '') || ' ' || finess)) stored;
create index centre_search on centre using gin (search);
alter table centre_version add column search_then tsvector generated always as (
    registry_words(name || ' ' || commune_name || ' ' || coalesce(manager_name, '') || ' ' || finess)) stored;
create index centre_manager_kind on centre (manager_kind, finess);
