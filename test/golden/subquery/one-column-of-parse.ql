# §5.2: captures are the columns where nothing else selects.
filter user in (SOURCE 'web' | parse @message '"user":"*"' as name) | fields id
