# filterIndex is a filter over the log groups with an index, from when it was made.
filterIndex user in ["ann", "bob"]
| fields user
