-- Files that prove the values of a dialogue (cpts.md §8). A file is named by what is in it.
create table dialogue_evidence (
    contract     uuid not null,
    number       int not null,
    hash         text not null check (hash ~ '^[0-9a-f]{64}$'),
    label        text not null check (length(label) between 1 and 200),
    content_type text not null check (content_type in (
        'application/pdf', 'image/png', 'image/jpeg', 'text/csv', 'text/plain',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
    size         int not null check (size between 1 and 2097152),
    content      bytea not null,
    subject      text not null,
    client_id    text not null,
    uploaded_at  timestamptz not null,
    primary key (contract, number, hash),
    foreign key (contract, number) references dialogue (contract, number),
    check (size = length(content)),
    check (hash = encode(sha256(content), 'hex'))
);

create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
    raise exception 'a file of evidence is kept as it was uploaded';
end;
$$;

create trigger dialogue_evidence_is_kept before update or delete on dialogue_evidence
    for each row execute function refuse_change_of_evidence();
create trigger dialogue_evidence_is_not_emptied before truncate on dialogue_evidence
    for each statement execute function refuse_change_of_evidence();
