-- Gains of every levier share one form of row: the specialty and the inputs by name. The figures do
-- not change; the fingerprint is of the old form, so the next arrival of a quarter restates once.
UPDATE potential_gain
SET calculation = jsonb_set(calculation, '{rows}', (
  SELECT coalesce(jsonb_agg(
      jsonb_set(line, '{row}', jsonb_build_object(
        'specialty', line -> 'row' -> 'specialty',
        'figures', (
          SELECT coalesce(jsonb_object_agg(input.name, line -> 'row' -> input.field), '{}'::jsonb)
          FROM (VALUES ('HONOURED', 'honoured'), ('WITHOUT_APPOINTMENT', 'withoutAppointment'),
                       ('CANCELLED', 'cancelled'), ('NOT_HONOURED', 'notHonoured'),
                       ('REVENUE', 'revenue')) AS input (name, field)
          WHERE jsonb_typeof(line -> 'row' -> input.field) = 'string')))
      ORDER BY place), '[]'::jsonb)
  FROM jsonb_array_elements(calculation -> 'rows') WITH ORDINALITY AS rows (line, place)))
WHERE calculation -> 'rows' @? '$[*].row ? (!exists(@.figures))';
