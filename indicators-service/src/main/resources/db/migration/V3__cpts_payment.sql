-- The lines of the ledgers of ACI contracts, as ordered. A line is never edited.
CREATE TABLE cpts_payment (
  id             uuid PRIMARY KEY,
  contract       uuid NOT NULL,
  cpts           uuid NOT NULL,
  caisse         text NOT NULL,
  contract_year  int NOT NULL CHECK (contract_year > 0),
  line           text COLLATE "C" NOT NULL,
  volet          text COLLATE "C" NOT NULL,
  kind           text NOT NULL
    CHECK (kind IN ('ADVANCE', 'BALANCE', 'FULL', 'RECOVERY', 'CORRECTION')),
  due_on         date NOT NULL,
  amount         numeric(16, 2) NOT NULL,
  flags          text[] NOT NULL,
  ledger_version bigint NOT NULL,
  received_at    timestamptz NOT NULL
);
CREATE INDEX cpts_payment_of_year ON cpts_payment (contract, contract_year, line, volet);
CREATE INDEX cpts_payment_of_cpts ON cpts_payment (cpts);

-- What a CPTS got and gave back, by contract year in which it was earned.
CREATE VIEW cpts_payment_sum AS
SELECT cpts, contract, contract_year, line, volet,
       coalesce(sum(amount) FILTER (WHERE kind = 'ADVANCE'), 0)    AS advanced,
       coalesce(sum(amount) FILTER (WHERE kind = 'BALANCE'), 0)    AS balance,
       coalesce(sum(amount) FILTER (WHERE kind = 'FULL'), 0)       AS paid_at_once,
       coalesce(sum(amount) FILTER (WHERE kind = 'RECOVERY'), 0)   AS recovered,
       coalesce(sum(amount) FILTER (WHERE kind = 'CORRECTION'), 0) AS corrected,
       sum(amount)                                                 AS total
  FROM cpts_payment
 GROUP BY cpts, contract, contract_year, line, volet;
