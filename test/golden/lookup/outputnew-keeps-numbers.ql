# §2.7: what stays keeps its kind.
filter ispresent(user) | sort id | fields id, ms / 3 as third | lookup teams user OUTPUTNEW team as third
