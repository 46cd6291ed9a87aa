-- Local copy of what the register of CPTS publishes: decides who may read the values of a CPTS.
CREATE TABLE cpts (
  id          uuid PRIMARY KEY,
  version     bigint NOT NULL,
  name        text NOT NULL,
  stage       text NOT NULL,
  departement text NOT NULL,
  region      text NOT NULL,
  caisse      text NOT NULL
);

-- The results that dialogues de gestion agreed on, every version: a correction is the next one.
CREATE TABLE cpts_results (
  contract        uuid NOT NULL,
  contract_year   int NOT NULL CHECK (contract_year > 0),
  results_version int NOT NULL CHECK (results_version > 0),
  cpts            uuid NOT NULL,
  dialogue        int NOT NULL CHECK (dialogue > 0),
  year_from       date NOT NULL,
  year_until      date NOT NULL,
  closed_at       timestamptz NOT NULL,
  hash            text NOT NULL,
  received_at     timestamptz NOT NULL,
  PRIMARY KEY (contract, contract_year, results_version),
  CHECK (year_until > year_from)
);

-- Append-only, like the values of centres: a restated value closes the row before it. The version
-- of the results is the one that first said so.
CREATE TABLE cpts_value (
  id              uuid PRIMARY KEY,
  cpts            uuid NOT NULL,
  contract        uuid NOT NULL,
  contract_year   int NOT NULL,
  results_version int NOT NULL,
  mission         text COLLATE "C" NOT NULL,
  indicator       text COLLATE "C" NOT NULL,
  label           text NOT NULL,
  type            text NOT NULL,
  unit            text,
  direction       text NOT NULL,
  baseline        numeric,
  target          numeric,
  value           numeric,
  missing_reason  text,
  achievement     numeric,
  paid_rate       numeric,
  weight          text,
  amount          numeric(16, 2),
  known_from      timestamptz NOT NULL,
  known_until     timestamptz,
  FOREIGN KEY (contract, contract_year, results_version) REFERENCES cpts_results,
  CHECK ((value IS NULL) = (missing_reason IS NOT NULL)),
  CHECK (known_until >= known_from)
);
CREATE UNIQUE INDEX cpts_value_current
  ON cpts_value (cpts, contract, contract_year, mission, indicator) WHERE known_until IS NULL;
CREATE INDEX cpts_value_history
  ON cpts_value (cpts, contract, contract_year, mission, indicator, known_from);
CREATE INDEX cpts_value_of_year
  ON cpts_value (contract, contract_year) WHERE known_until IS NULL;
CREATE INDEX cpts_value_by_indicator
  ON cpts_value (indicator) WHERE known_until IS NULL;
