-- The outlets of cases that have an article.
SELECT outlet, count(*) AS cases
FROM cases
WHERE outlet IS NOT NULL OR "mode" <> 'readouts'
GROUP BY outlet
ORDER BY outlet IS NULL, cases DESC, outlet;
