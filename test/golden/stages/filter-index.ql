# filterIndex is a filter.
filterIndex user in ["ann", "bob"]
| fields user
