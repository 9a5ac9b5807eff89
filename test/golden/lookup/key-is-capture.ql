# §3.8: a key from parse.
filter id = "a2" | parse @message '"user":"*"' as name | lookup teams user as name OUTPUT team
