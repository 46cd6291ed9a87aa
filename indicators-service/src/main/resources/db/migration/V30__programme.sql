-- Every state of a programme that its owner published, with when it was known here: a synthesis can be
-- asked for as it stood.
CREATE TABLE programme_state (
  id          text COLLATE "C" NOT NULL,
  version     bigint NOT NULL,
  region      text NOT NULL,
  state       jsonb NOT NULL,
  known_from  timestamptz NOT NULL,
  known_until timestamptz,
  PRIMARY KEY (id, version),
  CHECK (known_until >= known_from)
);
CREATE UNIQUE INDEX programme_state_current ON programme_state (id) WHERE known_until IS NULL;
