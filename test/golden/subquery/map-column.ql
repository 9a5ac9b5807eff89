# §2.3: maps in the list equal nothing.
filter user not in (SOURCE 'docs' | fields jsonParse(@message) as m) | fields id
