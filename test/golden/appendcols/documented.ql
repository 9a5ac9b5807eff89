# §3.20: AWS's sample: the sub-query may use the names of the query around it; override=true puts its column of that name in place.
fields user | filter ispresent(user) | stats count(*) as cnt by user | sort user | appendcols override=true ( SOURCE web | filter ispresent(user) | stats avg(status) as avgSt by user )
