# §2.2: a message that is no JSON has its system fields only.
filter @message = "plain words"
| fields @logStream, @log, id, user
