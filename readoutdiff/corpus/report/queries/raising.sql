-- In how many of its cases a side raises a subject: in all, and by period. Cases without a date are in the totals only.
WITH dated AS (
  SELECT accounts.*, period_of(day, unit) AS period FROM accounts, span
), bases AS (
  SELECT party, read_in, count(*) AS cases FROM accounts GROUP BY party, read_in
), totals AS (
  SELECT
    subject, party, read_in,
    count(*) FILTER (WHERE stance = 'raises') AS raises,
    count(*) FILTER (WHERE stance = 'possible') AS possible
  FROM stands JOIN accounts USING (case_id, party)
  GROUP BY subject, party, read_in
), subjects AS (
  SELECT subject, row_number() OVER (ORDER BY cases DESC, subject) AS subject_rank
  FROM (
    SELECT subject, count(DISTINCT case_id) AS cases
    FROM stands, chosen
    WHERE stance = 'raises' AND (chosen.side IS NULL OR party = chosen.side)
    GROUP BY subject
  )
), chosen_rows AS (
  SELECT totals.*, cases, subject_rank
  FROM totals JOIN bases USING (party, read_in) JOIN subjects USING (subject), chosen
  WHERE raises > 0 AND (chosen.side IS NULL OR party = chosen.side)
), cells AS (
  SELECT subject, party, read_in, period, count(*) AS raises
  FROM stands JOIN dated USING (case_id, party)
  WHERE stance = 'raises' AND period IS NOT NULL
  GROUP BY subject, party, read_in, period
), held AS (
  SELECT party, read_in, period, count(*) AS cases FROM dated WHERE period IS NOT NULL GROUP BY party, read_in, period
), filled AS (
  SELECT subject, party, read_in, period, coalesce(cells.raises, 0) AS raises, coalesce(held.cases, 0) AS cases
  FROM chosen_rows
  CROSS JOIN periods
  LEFT JOIN held USING (party, read_in, period)
  LEFT JOIN cells USING (subject, party, read_in, period)
), lists AS (
  SELECT subject, party, read_in, list({
    'period': period, 'raises': raises, 'cases': cases, 'share': round(raises / nullif(cases, 0), 4),
    'low': wilson_low(raises, cases), 'high': wilson_high(raises, cases)
  } ORDER BY period) AS periods
  FROM filled
  GROUP BY subject, party, read_in
)
SELECT
  subject, party AS side, read_in, raises, possible, cases,
  round(raises / cases, 4) AS share, wilson_low(raises, cases) AS low, wilson_high(raises, cases) AS high, few(cases) AS few,
  subject_rank,
  row_number() OVER (PARTITION BY subject ORDER BY raises DESC, cases, party, read_in) AS side_rank,
  coalesce(periods, []) AS periods
FROM chosen_rows LEFT JOIN lists USING (subject, party, read_in)
ORDER BY subject_rank, side_rank;
