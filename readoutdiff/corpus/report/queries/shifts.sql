-- The mean share of a side's words on a subject in either half of the time; a case in which it does not raise the subject counts as 0.
WITH halves AS (
  SELECT accounts.*, CASE WHEN day <= middle THEN 1 ELSE 2 END AS half FROM accounts, span WHERE day IS NOT NULL
), bases AS (
  SELECT party, read_in, count(*) FILTER (WHERE half = 1) AS first_cases, count(*) FILTER (WHERE half = 2) AS second_cases
  FROM halves
  GROUP BY party, read_in
), sums AS (
  SELECT
    subject, party, read_in,
    coalesce(sum(share) FILTER (WHERE half = 1), 0) AS first_sum, count(*) FILTER (WHERE half = 1) AS first_raises,
    coalesce(sum(share) FILTER (WHERE half = 2), 0) AS second_sum, count(*) FILTER (WHERE half = 2) AS second_raises
  FROM stands JOIN halves USING (case_id, party)
  WHERE stance = 'raises'
  GROUP BY subject, party, read_in
), means AS (
  SELECT
    subject, party, read_in, first_raises, first_cases, second_raises, second_cases,
    round(first_sum / first_cases, 4) AS first_share, round(second_sum / second_cases, 4) AS second_share
  FROM sums JOIN bases USING (party, read_in)
  WHERE first_cases > 0 AND second_cases > 0
)
SELECT
  subject, party AS side, read_in, first_share, first_raises, first_cases, second_share, second_raises, second_cases,
  round(second_share - first_share, 4) AS change, few(least(first_cases, second_cases)) AS few
FROM means, chosen
WHERE chosen.side IS NULL OR party = chosen.side
ORDER BY few, abs(second_share - first_share) DESC, subject, side, read_in;
