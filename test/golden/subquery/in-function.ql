# §4: as an argument of a function it is 1 or 0.
filter ispresent(status) | fields id, concat(user in (SOURCE 'web' | fields user), "!") as mark | sort id
