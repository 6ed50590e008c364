"""What a class is handed: worksheet and answers, on paper or for Word, the page that marks itself, the empty form; files for platforms."""
