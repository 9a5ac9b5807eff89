# §3.7: and it is a group key.
filter ispresent(status) | stats count(*) as n by user in (SOURCE 'web' | fields user) as known | sort known
