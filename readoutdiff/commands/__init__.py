"""The commands of the command line, each in a file of its own that is read when the command is given."""
