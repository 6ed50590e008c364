"""A text taken apart: its sentences, who is named in them, and who is made to say what."""
