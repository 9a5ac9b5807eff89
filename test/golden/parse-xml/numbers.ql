# §3.8: captures act as numbers where one is needed; values beside those of other commands
#@ groups markup
parse @message xml '/event/ms' as ms
| parse @message xml '/event/user/@name' as user
| filter ms > 10
| display user, ms, ms * 2 as twice
