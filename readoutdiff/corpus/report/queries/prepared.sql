-- What the sections are made of, from the views of the Parquet files.

-- The ends of a 95 % interval of a share k of n (E. B. Wilson 1927).
CREATE TEMP MACRO wilson_low(k, n) AS CASE WHEN n > 0 THEN round(greatest(0.0,
  (k / n + 1.9208 / n - 1.96 * sqrt((k / n) * (1 - k / n) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n)), 4) END;
CREATE TEMP MACRO wilson_high(k, n) AS CASE WHEN n > 0 THEN round(least(1.0,
  (k / n + 1.9208 / n + 1.96 * sqrt((k / n) * (1 - k / n) / n + 0.9604 / (n * n))) / (1 + 3.8416 / n)), 4) END;

-- A row for each side of each compared case: where its account was read.
CREATE TEMP TABLE accounts AS
WITH own AS (
  SELECT DISTINCT case_id, told.party AS party
  FROM (SELECT case_id, unnest(texts) AS told FROM cases)
  WHERE told.role = 'readout'
), sides AS (
  SELECT case_id, "date" AS day, outlet, unnest(parties) AS party FROM cases WHERE outcome = 'compared'
)
SELECT case_id, day, outlet, party, CASE WHEN own.party IS NULL THEN 'article' ELSE 'readout' END AS read_in
FROM sides LEFT JOIN own USING (case_id, party);

-- Where each side of a case stands on a subject that any of them raises. A side that meets another in a topic and does not itself raise
-- one of its subjects may mean it all the same.
CREATE TEMP TABLE stands AS
SELECT
  case_id, subject, party,
  CASE WHEN bool_or(stance = 'raises') THEN 'raises' WHEN bool_or(stance = 'possible') THEN 'possible' ELSE 'silent' END AS stance,
  least(1.0, coalesce(sum(share) FILTER (WHERE stance = 'raises'), 0.0)) AS share
FROM (
  SELECT case_id, party, subject, CASE WHEN list_contains(subjects, subject) THEN stance ELSE 'possible' END AS stance, share
  FROM (SELECT *, unnest(list_distinct(topic_subjects)) AS subject FROM topics WHERE party IS NOT NULL)
)
GROUP BY case_id, subject, party;

-- The time: by year from two years on, by quarter from six months on, else by month.
CREATE TEMP TABLE span AS
SELECT
  first_day, last_day, CAST(first_day + CAST((last_day - first_day) // 2 AS INTEGER) AS DATE) AS middle,
  CASE
    WHEN last_day >= first_day + INTERVAL 2 YEAR THEN 'year'
    WHEN last_day >= first_day + INTERVAL 6 MONTH THEN 'quarter'
    ELSE 'month'
  END AS unit,
  undated
FROM (
  SELECT min("date") AS first_day, max("date") AS last_day, count(*) FILTER (WHERE "date" IS NULL) AS undated
  FROM cases WHERE outcome = 'compared'
);

CREATE TEMP MACRO period_of(day, unit) AS CASE unit
  WHEN 'year' THEN strftime(day, '%Y')
  WHEN 'quarter' THEN strftime(day, '%Y') || ' Q' || quarter(day)
  ELSE strftime(day, '%Y-%m')
END;

CREATE TEMP TABLE periods AS
SELECT DISTINCT period_of(CAST(begins AS DATE), unit) AS period
FROM (
  SELECT unit, unnest(generate_series(CAST(date_trunc(unit, first_day) AS TIMESTAMP), CAST(last_day AS TIMESTAMP), INTERVAL 1 MONTH)) AS begins
  FROM span WHERE first_day IS NOT NULL
);
