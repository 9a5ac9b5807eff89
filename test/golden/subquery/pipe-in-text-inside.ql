# §1.1: pipes and parentheses in texts end nothing.
filter user in (SOURCE 'web' | filter user != "|)" | fields user) | fields id
