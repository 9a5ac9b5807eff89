filter count(*) > 3
| stats count(*), user, sum(max(ms)) by count(user)