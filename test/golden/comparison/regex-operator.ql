# §4.1: `=~` is `like`; with a string it is a substring test.
filter v =~ /^o.$/ or v =~ "K"
| fields id
