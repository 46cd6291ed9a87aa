-- Codes compare by code point ("C"), so that pages go on exactly where the one before ended.

-- Local copy of what the registry publishes: decides who may read the values of a centre.
CREATE TABLE centre (
  finess       text COLLATE "C" PRIMARY KEY,
  version      bigint NOT NULL,
  name         text NOT NULL,
  manager_kind text NOT NULL,
  commune_code text NOT NULL,
  departement  text NOT NULL,
  region       text NOT NULL
);

CREATE TABLE mandat_list (
  finess  text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL
);

CREATE TABLE mandat (
  finess      text COLLATE "C" NOT NULL REFERENCES mandat_list ON DELETE CASCADE,
  id          text NOT NULL,
  client_id   text NOT NULL,
  valid_from  timestamptz NOT NULL,
  -- First instant at which it no longer holds, by its last day or by revocation.
  ends_at     timestamptz,
  PRIMARY KEY (finess, id)
);
CREATE INDEX mandat_by_client ON mandat (client_id, finess);

-- Every version of the quarterly data, as received.
CREATE TABLE quarterly_record (
  finess       text COLLATE "C" NOT NULL,
  quarter      text COLLATE "C" NOT NULL,
  version      int NOT NULL CHECK (version > 0),
  content      jsonb NOT NULL,
  submitted_at timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  PRIMARY KEY (finess, quarter, version)
);

-- Append-only: a restated value closes the row before it and stands in a new one.
-- Fractions are kept as text in lowest terms ("7/47"); value_decimal is for filters and charts only.
CREATE TABLE indicator_value (
  id                 uuid PRIMARY KEY,
  finess             text COLLATE "C" NOT NULL,
  quarter            text COLLATE "C" NOT NULL,
  indicator          text COLLATE "C" NOT NULL,
  levier             text COLLATE "C" NOT NULL,
  definition_version int NOT NULL,
  -- Empty for the centre as a whole, so that it takes part in keys and in the order of pages.
  specialty          text COLLATE "C" NOT NULL,
  numerator          text,
  denominator        text,
  value              text,
  value_decimal      numeric(38, 12),
  missing_reason     text,
  flags              text[] NOT NULL,
  warnings           text[] NOT NULL,
  inputs             jsonb NOT NULL,
  trace              jsonb NOT NULL,
  fingerprint        text NOT NULL,
  known_from         timestamptz NOT NULL,
  known_until        timestamptz,
  CHECK ((value IS NULL) = (missing_reason IS NOT NULL)),
  CHECK ((value IS NULL) = (value_decimal IS NULL)),
  CHECK (known_until >= known_from)
);
CREATE UNIQUE INDEX indicator_value_current
  ON indicator_value (finess, quarter, indicator, specialty) WHERE known_until IS NULL;
CREATE INDEX indicator_value_history
  ON indicator_value (finess, quarter, indicator, specialty, known_from);
CREATE INDEX indicator_value_by_indicator
  ON indicator_value (indicator, quarter, finess) WHERE known_until IS NULL;
CREATE INDEX indicator_value_by_change ON indicator_value (known_from) WHERE known_until IS NULL;

CREATE TABLE potential_gain (
  id             uuid PRIMARY KEY,
  finess         text COLLATE "C" NOT NULL,
  quarter        text COLLATE "C" NOT NULL,
  levier         text COLLATE "C" NOT NULL,
  method         text COLLATE "C" NOT NULL,
  record_version int NOT NULL,
  total          numeric(16, 2),
  missing_reason text,
  calculation    jsonb NOT NULL,
  fingerprint    text NOT NULL,
  known_from     timestamptz NOT NULL,
  known_until    timestamptz,
  CHECK ((total IS NULL) = (missing_reason IS NOT NULL)),
  CHECK (known_until >= known_from)
);
CREATE UNIQUE INDEX potential_gain_current
  ON potential_gain (finess, quarter, levier, method) WHERE known_until IS NULL;
CREATE INDEX potential_gain_history
  ON potential_gain (finess, quarter, levier, method, known_from);
