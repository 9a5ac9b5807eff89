# §4.4: a condition of if; an unknown one takes the second branch.
filter ispresent(status) | fields id, if(user in (SOURCE 'web' | fields user), "known", "new") as who | sort id
