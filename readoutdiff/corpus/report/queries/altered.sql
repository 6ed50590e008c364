-- The quotations that the readout has in other words, the most altered first.
SELECT f.case_id, c."date" AS day, c.outlet, f.party AS side, f.changed, f.text AS quoted, f.nearest AS readout
FROM findings AS f JOIN cases AS c USING (case_id), chosen
WHERE f.kind = 'quote_altered' AND (chosen.side IS NULL OR f.party = chosen.side)
ORDER BY f.changed DESC NULLS LAST, f.case_id, f.n;
