# §2.5: so does arithmetic before in.
filter status - 102 in (SOURCE 'web' | fields status) | fields id
