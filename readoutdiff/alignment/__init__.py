"""Which statements are on one point, and what may be said of those that are not."""
