-- A gain from cumulative figures reads the quarter before too. Gains kept until now read their own
-- quarter alone, which record_version says.
ALTER TABLE potential_gain ADD COLUMN inputs jsonb;
