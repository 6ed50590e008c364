-- Of the points of a side's readouts (statements that stand in a topic, or were found left out), how many an article leaves out.
WITH points AS (
  SELECT c.outlet, s.party, s.case_id, f.case_id IS NOT NULL AS left_out
  FROM (SELECT case_id, document, "start", "end", topics, unnest(parties) AS party FROM segments WHERE rule = 'own readout') AS s
  JOIN cases AS c ON c.case_id = s.case_id AND c."mode" = 'triangulated' AND c.outcome = 'compared'
  LEFT JOIN (SELECT DISTINCT case_id, party, document, "start", "end" FROM findings WHERE kind = 'left_out_by_article') AS f
    ON f.case_id = s.case_id AND f.party = s.party AND f.document = s.document AND f."start" = s."start" AND f."end" = s."end"
  WHERE len(s.topics) > 0 OR f.case_id IS NOT NULL
), counted AS (
  SELECT outlet, party, count(DISTINCT case_id) AS cases, count(*) AS points, count(*) FILTER (WHERE left_out) AS left_out
  FROM points
  GROUP BY outlet, party
)
SELECT
  outlet, party AS side, cases, points, left_out,
  round(left_out / points, 4) AS share, wilson_low(left_out, points) AS low, wilson_high(left_out, points) AS high, few(cases) AS few
FROM counted, chosen
WHERE chosen.side IS NULL OR party = chosen.side
ORDER BY low DESC, left_out DESC, points DESC, outlet IS NULL, outlet, side;
