"""The commands of the command line, a file a family. `summarize.cli` names them; nothing here ends the program."""
