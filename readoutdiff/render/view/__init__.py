"""What pages and documents show, as values: rows, passages, findings, a summary; each format only lays them out."""
