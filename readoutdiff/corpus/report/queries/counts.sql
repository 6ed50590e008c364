-- What is there, in figures.
WITH counted AS (
  SELECT 1 AS place, 'outcome' AS kind, outcome AS what, count(*) AS "count" FROM cases GROUP BY outcome
  UNION ALL SELECT 2, 'mode', "mode", count(*) FROM cases WHERE outcome = 'compared' GROUP BY "mode"
  UNION ALL SELECT 3, 'verdict', verdict, count(*) FROM (SELECT DISTINCT case_id, topic, verdict FROM topics) GROUP BY verdict
  UNION ALL SELECT 4, 'topics', 'without a subject of the lexicon', count(*) FROM (SELECT DISTINCT case_id, topic FROM topics WHERE len(subjects) = 0 AND party IS NOT NULL)
  UNION ALL SELECT 5, 'finding', kind, count(*) FROM findings, chosen WHERE chosen.side IS NULL OR party = chosen.side GROUP BY kind
  UNION ALL SELECT 6, 'year', coalesce(strftime("date", '%Y'), 'without a date'), count(*) FROM cases GROUP BY ALL
)
SELECT kind, what, "count" FROM counted
ORDER BY place, CASE WHEN kind = 'year' THEN what END, "count" DESC, what;
