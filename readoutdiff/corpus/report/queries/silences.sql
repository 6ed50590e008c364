-- Where one side raises a subject: how often nothing on it was found in another side's account. What is not decided stays in the cases,
-- and the upper end of the interval takes all of it for silence.
WITH beside AS (
  SELECT raised.subject, raised.party AS raised_by, other.party AS side, accounts.read_in, other.stance
  FROM stands AS raised
  JOIN stands AS other ON other.case_id = raised.case_id AND other.subject = raised.subject AND other.party <> raised.party
  JOIN accounts ON accounts.case_id = other.case_id AND accounts.party = other.party
  WHERE raised.stance = 'raises'
), counted AS (
  SELECT
    subject, raised_by, side, read_in,
    count(*) FILTER (WHERE stance = 'silent') AS silent,
    count(*) FILTER (WHERE stance = 'possible') AS possible,
    count(*) FILTER (WHERE stance = 'raises') AS raises,
    count(*) AS cases
  FROM beside
  GROUP BY subject, raised_by, side, read_in
)
SELECT
  subject, raised_by, counted.side AS side, read_in, silent, possible, raises, cases,
  round(silent / cases, 4) AS share, wilson_low(silent, cases) AS low, wilson_high(silent + possible, cases) AS high,
  round((silent + possible) / cases, 4) AS most, few(cases) AS few
FROM counted, chosen
WHERE chosen.side IS NULL OR chosen.side IN (raised_by, counted.side)
ORDER BY few, low DESC, silent DESC, subject, raised_by, side, read_in;
