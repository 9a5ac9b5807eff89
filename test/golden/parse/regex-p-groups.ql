# §1.8: `(?P<name>…)` is accepted.
parse @message /user=(?P<who>\w+)/
| filter ispresent(who)
