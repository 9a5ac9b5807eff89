# Of two sorts the last one decides.
sort user | sort ms desc | limit 5
