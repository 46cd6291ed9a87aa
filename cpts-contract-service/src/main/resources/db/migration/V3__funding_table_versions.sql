-- A table has versions; a published one is frozen. The parameters of the rule set stand beside the
-- amounts, each with the text that states it or the flag of an assumption (cpts.md §2, §4, §5).
alter table funding_amount drop constraint funding_amount_table_code_fkey;
alter table funding_amount drop constraint funding_amount_table_code_line_volet_size_key;
alter table funding_table drop constraint funding_table_pkey;

alter table funding_table add column version int not null default 1 check (version >= 1);
alter table funding_table alter column version drop default;
alter table funding_table add column published_at timestamptz;
update funding_table set published_at = '2026-11-21T00:00:00Z';
alter table funding_table add primary key (code, version);

alter table funding_amount add column table_version int not null default 1;
alter table funding_amount alter column table_version drop default;
alter table funding_amount add foreign key (table_code, table_version) references funding_table (code, version);
alter table funding_amount add unique (table_code, table_version, line, volet, size);

create table funding_parameter (
    table_code    text not null,
    table_version int  not null,
    name          text not null,
    value         text not null,
    source        text not null,
    verification  text not null check (verification in ('verified', 'to-verify', 'assumption')),
    primary key (table_code, table_version, name),
    foreign key (table_code, table_version) references funding_table (code, version)
);

insert into funding_parameter (table_code, table_version, name, value, source, verification)
select code, version, name, value, parameter.source, verification
from funding_table
cross join (values
    ('contractYears', '5', 'ACI, arrêté du 21 août 2019 : contrat de cinq ans', 'verified'),
    ('advanceRate', '0.75', 'Arrêté du 21 août 2019, contrat type, art. 6.1', 'verified'),
    ('proration', 'DAYS', 'Choix de Cadran : au jour, faute de texte', 'assumption'),
    ('sizeChange', 'PRORATED', 'Choix de Cadran : au jour de l’effet de l’avenant, faute de texte', 'assumption'),
    ('variableFirstYear', 'PRORATED', 'Choix de Cadran : première année partielle comme le volet fixe', 'assumption'),
    ('runningCostsWithoutMission', 'FULL', 'Choix de Cadran : versement entier tant qu’aucune mission n’a démarré', 'assumption'),
    ('snpSchedule', 'LIKE_FIXE', 'Échéancier à vérifier : comme le volet fixe', 'to-verify'),
    ('crisisSchedule', 'LIKE_FIXE', 'Échéancier à vérifier : comme le volet fixe', 'to-verify'),
    ('unspentEarmarked', 'SHOWN', 'ACI art. 7.1 ; montrer sans reprendre est le choix de Cadran', 'assumption'),
    ('terminationNoticeMonths', '2', 'Café CPTS 2023 : deux mois après réception du courrier', 'verified'),
    ('dialogueMonths', '2', 'ACI : dialogue dans les deux mois après la date anniversaire', 'verified'),
    ('size1Below', '40000', 'ACI, arrêté du 21 août 2019 : moins de 40 000 habitants', 'verified'),
    ('size2UpTo', '80000', 'ACI ; la borne de 80 000 va à la taille 2 par choix de Cadran', 'assumption'),
    ('size3UpTo', '175000', 'ACI ; la borne de 175 000 va à la taille 3 par choix de Cadran', 'assumption'),
    ('startMonthsAccess', '6', 'ACI, calendrier de déploiement', 'to-verify'),
    ('deploymentMonthsAccess', '18', 'ACI, calendrier de déploiement', 'to-verify'),
    ('startMonthsPathways', '12', 'ACI, calendrier de déploiement', 'to-verify'),
    ('deploymentMonthsPathways', '24', 'ACI, calendrier de déploiement', 'to-verify'),
    ('actionPrecoceMonths', '9', 'Café CPTS 2023 : signature de l’ACI sous neuf mois', 'verified'),
    ('deemedValidationMonths', '2', 'Projet de santé réputé validé après deux mois sans opposition', 'to-verify'),
    ('projetDeSanteGrant', '10000', 'StarEndoc 2021 : jusqu’à 10 000 € pour écrire le projet de santé', 'verified'),
    ('coordinationTimeGrant', '15000', 'StarEndoc 2021 : jusqu’à 15 000 € une fois pour le temps de coordination', 'verified')
) as parameter (name, value, source, verification);

-- The last guard of the freeze: what is published can be neither changed nor removed.
create function refuse_change_of_published_table() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'funding_table' then
        if old.published_at is not null then
            raise exception 'funding table % version % is published: it is frozen', old.code, old.version;
        end if;
    elsif exists (select 1 from funding_table t
                  where t.published_at is not null
                    and ((tg_op <> 'INSERT' and t.code = old.table_code and t.version = old.table_version)
                      or (tg_op <> 'DELETE' and t.code = new.table_code and t.version = new.table_version))) then
        raise exception 'the funding table of this row is published: it is frozen';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger funding_table_is_frozen before update or delete on funding_table
    for each row execute function refuse_change_of_published_table();
create trigger funding_amount_is_frozen before insert or update or delete on funding_amount
    for each row execute function refuse_change_of_published_table();
create trigger funding_parameter_is_frozen before insert or update or delete on funding_parameter
    for each row execute function refuse_change_of_published_table();
