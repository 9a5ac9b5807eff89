# §3.16: also one that is listed already.
filter ispresent(user) | sort id | fields id, region, user | lookup teams user OUTPUT region
