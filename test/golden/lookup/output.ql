# §3.16: columns of the table beside the events that it knows; the others are absent.
filter ispresent(user) | sort id | lookup teams user OUTPUT team, lead | display id, user, team, lead
