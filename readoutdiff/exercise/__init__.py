"""Exercises for training: made from a comparison, with a key that is the teacher's, forms for students, and marks."""
