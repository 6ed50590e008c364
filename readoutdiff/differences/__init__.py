"""What accounts put differently within a point they share: figures, dates, names, who asked, denials, directions, strength, limits."""
