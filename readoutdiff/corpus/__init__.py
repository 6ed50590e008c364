"""Many comparisons at once: cases from folders and manifests, compared by many processes, kept as a Parquet data set."""
