# §2.1: shown it is 1, 0 or absent.
filter ispresent(status) | fields id, user in (SOURCE 'web' | fields user) as known | sort id
