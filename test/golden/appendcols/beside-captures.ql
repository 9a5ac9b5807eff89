# §5.2: captures stay shown.
filter id in ["a1", "a2"] | parse @message '"user":"*"' as name | appendcols (SOURCE 'web' | filter ispresent(user) | fields user as w)
