# §2.7: a time that stays is shown as a time.
filter id in ["a1", "a2"] | fields @timestamp as t | appendcols override=true (SOURCE 'web' | stats max(user) as t)
