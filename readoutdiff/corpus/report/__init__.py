"""What a corpus says as a whole: figures by DuckDB from its Parquet files, as text, CSV tables or a page."""
