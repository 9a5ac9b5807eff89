# §3.0, Q3: limit before sort is accepted, in the order of the pipeline.
filter ispresent(user) | fields id | limit 2 | sort id
