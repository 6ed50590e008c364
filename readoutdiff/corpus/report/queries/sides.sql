-- The sides: a name is that of the first case.
WITH counted AS (
  SELECT party, count(*) AS cases, count(*) FILTER (WHERE read_in = 'readout') AS readouts FROM accounts GROUP BY party
), named AS (
  SELECT told.id AS party, arg_min(told.name, case_id) AS name
  FROM (
    SELECT case_id, unnest(from_json(json_extract(comparison, '$.parties'), '[{"id": "VARCHAR", "name": "VARCHAR"}]')) AS told
    FROM cases
    WHERE case_id IN (SELECT min(case_id) FROM accounts GROUP BY party)
  )
  GROUP BY told.id
)
SELECT party AS side, coalesce(name, party) AS name, cases, readouts
FROM counted LEFT JOIN named USING (party)
ORDER BY cases DESC, side;
