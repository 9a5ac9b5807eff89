# §3.19, §5.2: without fields there are two columns.
filter user in (SOURCE 'web') | fields id
