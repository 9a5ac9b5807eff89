# §2.1: of two alternatives, the group of the other one is null.
parse @message /method:(?:(?<get>GET)|(?<post>POST))/
| filter ispresent(get) or ispresent(post)
