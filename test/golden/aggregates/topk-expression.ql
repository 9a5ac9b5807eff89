# §4.8: of an expression.
filter @logStream = "access"
| stats topk(1, toupper(user)) as often
