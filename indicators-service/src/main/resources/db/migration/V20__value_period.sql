-- Values over a year and over four rolling quarters beside those of a quarter. The quarter is the
-- last one that a value covers.
ALTER TABLE indicator_value ADD COLUMN period text COLLATE "C" NOT NULL DEFAULT 'QUARTER'
  CHECK (period IN ('QUARTER', 'YEAR', 'ROLLING_4_QUARTERS'));
ALTER TABLE indicator_value ALTER COLUMN period DROP DEFAULT;

DROP INDEX indicator_value_current;
CREATE UNIQUE INDEX indicator_value_current
  ON indicator_value (finess, period, quarter, indicator, specialty) WHERE known_until IS NULL;
DROP INDEX indicator_value_history;
CREATE INDEX indicator_value_history
  ON indicator_value (finess, period, quarter, indicator, specialty, known_from);
DROP INDEX indicator_value_by_indicator;
CREATE INDEX indicator_value_by_indicator
  ON indicator_value (indicator, period, quarter, finess) WHERE known_until IS NULL;
