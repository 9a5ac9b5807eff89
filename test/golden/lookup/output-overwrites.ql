# §3.16: OUTPUT overwrites a field of the event, with nothing where nothing matches.
filter ispresent(user) | sort id | lookup teams user OUTPUT region | display id, region
