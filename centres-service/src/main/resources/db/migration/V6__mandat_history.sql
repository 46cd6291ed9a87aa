-- Who gave a mandat and who took it back: account ids. Mandats from before were given by accounts that nobody kept.
alter table mandat add column given_by text;
alter table mandat add column revoked_by text;
alter table mandat add check (revoked_by is null or revoked_at is not null);

-- A mandat is the proof of who could act for the centre, and when: it is revoked once and nothing else of it changes.
create function keep_mandat() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
        and (to_jsonb(new) - array['revoked_at', 'revoked_by']) = (to_jsonb(old) - array['revoked_at', 'revoked_by']) then
        return new;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) = to_jsonb(old) then
        return new;
    end if;
    raise exception 'mandat % is kept as it is', old.id;
end
$$;
create trigger mandat_is_kept before update or delete on mandat for each row execute function keep_mandat();

create function keep_mandat_scope() returns trigger language plpgsql as $$
begin
    raise exception 'what mandat % allows is kept as it is', old.mandat;
end
$$;
create trigger mandat_scope_is_kept before update or delete on mandat_scope
    for each row execute function keep_mandat_scope();
