# §2.3: text against numbers compares as numbers.
filter status in (stats max(status) as m by path | filter m < 501 | fields m) | fields id, status | sort id
