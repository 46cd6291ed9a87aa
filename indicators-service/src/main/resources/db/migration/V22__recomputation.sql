-- Full computations of values and gains, centre by centre, and what each found otherwise.
CREATE TABLE recomputation (
  id              uuid PRIMARY KEY,
  requested_at    timestamptz NOT NULL,
  dry_run         boolean NOT NULL,
  centre          text COLLATE "C",
  state           text NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'DONE')),
  last_centre     text COLLATE "C",
  centres         int NOT NULL,
  done            int NOT NULL DEFAULT 0,
  failed          int NOT NULL DEFAULT 0,
  values_computed bigint NOT NULL DEFAULT 0,
  values_changed  bigint NOT NULL DEFAULT 0,
  gains_computed  bigint NOT NULL DEFAULT 0,
  gains_changed   bigint NOT NULL DEFAULT 0,
  finished_at     timestamptz,
  CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);

CREATE TABLE recomputation_difference (
  place         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recomputation uuid NOT NULL REFERENCES recomputation,
  finess        text COLLATE "C" NOT NULL,
  quarter       text COLLATE "C" NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('VALUE', 'GAIN')),
  code          text NOT NULL,
  period        text NOT NULL,
  specialty     text,
  before        text,
  after         text
);
CREATE INDEX recomputation_difference_of ON recomputation_difference (recomputation, place);
