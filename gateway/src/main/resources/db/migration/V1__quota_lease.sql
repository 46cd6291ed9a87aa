-- The parts of quotas that gateways hold. A row is worth nothing once its period is over, so what a
-- crash loses of it harms nobody: unlogged, no durable write for a counter.
create unlogged table quota_lease (
  caller       text   not null,
  route_group  text   not null,
  window_start bigint not null,
  leased       bigint not null check (leased >= 0),
  last_lease   bigint not null check (last_lease >= 0),
  primary key (caller, route_group, window_start)
);

create index quota_lease_window_start on quota_lease (window_start);
