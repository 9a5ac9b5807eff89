# §3.8: an unnamed group with an alias.
parse @message /method:(GET|POST)/ as verb
| filter ispresent(verb)
