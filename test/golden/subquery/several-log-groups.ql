# §3.30: several log groups.
filter user in (SOURCE 'web' 'docs' | fields user) | fields id | sort id
