-- Events to tell (outbox) and events already taken in (inbox), in the database of the service,
-- so that they commit with the change that they belong to. See docs/adr/0001-outbox-relay.md.

CREATE TABLE outbox_event (
  -- Drawn at insert. Within one aggregate the ids follow the versions; between aggregates they
  -- need not follow the order of the commits, which is why the relay never remembers "up to id n".
  id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id          uuid        NOT NULL UNIQUE,
  topic             text        NOT NULL,
  event_key         text        NOT NULL,
  type              text        NOT NULL,
  source            text        NOT NULL,
  subject           text        NOT NULL,
  data_schema       text        NOT NULL,
  aggregate_version bigint      NOT NULL,
  occurred_at       timestamptz NOT NULL,
  trace_parent      text,
  payload           text        NOT NULL,
  published_at      timestamptz
);

CREATE INDEX outbox_event_waiting ON outbox_event (id) WHERE published_at IS NULL;
CREATE INDEX outbox_event_published ON outbox_event (published_at) WHERE published_at IS NOT NULL;

CREATE TABLE inbox_event (
  consumer    text        NOT NULL,
  event_id    text        NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (consumer, event_id)
);

CREATE TABLE inbox_subject (
  consumer          text   NOT NULL,
  type              text   NOT NULL,
  subject           text   NOT NULL,
  aggregate_version bigint NOT NULL,
  PRIMARY KEY (consumer, type, subject)
);
