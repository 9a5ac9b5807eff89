# §3.18: a name that the query made is a name of the left side.
fields user as who | join left=a right=b where a.who = b.user (SOURCE 'web') | display a.who, b.who, who
