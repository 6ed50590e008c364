-- How each outlet quotes: of the quotations that were looked up, how many are word for word, altered, not found.
WITH counted AS (
  SELECT
    c.outlet,
    count(*) FILTER (WHERE f.kind = 'quote_verbatim') AS verbatim,
    count(*) FILTER (WHERE f.kind = 'quote_altered') AS altered,
    count(*) FILTER (WHERE f.kind = 'quote_not_found') AS not_found,
    count(*) AS quotations,
    count(DISTINCT case_id) AS cases
  FROM findings AS f JOIN cases AS c USING (case_id), chosen
  WHERE f.kind LIKE 'quote\_%' ESCAPE '\' AND (chosen.side IS NULL OR f.party = chosen.side)
  GROUP BY c.outlet
)
SELECT
  outlet, verbatim, altered, not_found, quotations, cases,
  round(verbatim / quotations, 4) AS share, wilson_low(verbatim, quotations) AS low, wilson_high(verbatim, quotations) AS high,
  few(cases) AS few
FROM counted
ORDER BY outlet IS NULL, quotations DESC, outlet;
