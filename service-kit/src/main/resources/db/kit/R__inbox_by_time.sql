-- For ./cadran purge: rows arrive in the order of their time, so ranges of blocks are enough. Repeatable, because a
-- numbered migration of the kit would come before those that services have applied already.
create index if not exists inbox_event_received_at on inbox_event using brin (received_at);
