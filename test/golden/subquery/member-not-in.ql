# §2.3: a member that is missing is unknown.
filter jsonParse(@message).user not in (SOURCE 'web' | fields user) | fields id
