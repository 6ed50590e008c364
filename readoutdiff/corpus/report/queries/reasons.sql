-- Why cases failed: the message without the name of the file, the place in it and what it quotes. The example is the first by its id.
SELECT reason, count(*) AS failures, arg_min(case_id, case_id) AS example, arg_min(problem, case_id) AS problem
FROM (
  SELECT case_id, problem, regexp_replace(regexp_replace(regexp_replace(problem, '^.*?: ', ''), '''[^'']*''', '''…''', 'g'), '[0-9]+', '…', 'g') AS reason
  FROM failures
)
GROUP BY reason
ORDER BY failures DESC, reason;
