-- The centres of a recomputation are worked on several at a time: each is a row that goes when its results are committed.
CREATE TABLE recomputation_pending (
  recomputation uuid NOT NULL REFERENCES recomputation,
  finess        text COLLATE "C" NOT NULL,
  PRIMARY KEY (recomputation, finess)
);

INSERT INTO recomputation_pending (recomputation, finess)
SELECT r.id, d.finess
FROM recomputation r, (SELECT DISTINCT finess FROM quarterly_record) d
WHERE r.state <> 'DONE'
  AND (r.centre IS NULL OR r.centre = d.finess)
  AND (r.last_centre IS NULL OR r.last_centre < d.finess);

ALTER TABLE recomputation DROP COLUMN last_centre;

DROP INDEX recomputation_difference_of;
CREATE INDEX recomputation_difference_of ON recomputation_difference (recomputation, finess, place);
