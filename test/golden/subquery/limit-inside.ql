# §3.6: sort and limit inside choose the values.
filter user in (SOURCE 'web' | sort status desc | limit 1 | fields user) | fields id
