# §3.8: every named group is a field, in order; unnamed groups capture nothing.
parse @message /(user)=(?<who>\w+), (?:method):(?<method>[A-Z]+)/
| filter ispresent(who)
