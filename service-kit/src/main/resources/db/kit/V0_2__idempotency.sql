-- Idempotency-Key: who claimed which key for which request, and what was answered.
create table idempotency_key (
    client        text        not null,
    key           text        not null,
    fingerprint   text        not null,
    claimed_at    timestamptz not null,
    claimed_until timestamptz not null,
    status        int,
    location      text,
    etag          text,
    body          text,
    primary key (client, key)
);
create index idempotency_key_claimed_at on idempotency_key (claimed_at);
