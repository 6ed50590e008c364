"""What a class is handed: the worksheet and the teacher's answers, on paper or for Word, the page that marks itself, the empty form."""
