# §3.0: fields, parse, filter, unnest, expand, lookup and json repeat and interleave before the first stats.
#@ groups app, docs
filter ispresent(id) | fields id as name | parse @message '"user":"*"' as who | lookup teams user as who OUTPUT team
| json field=@message "nested" as list | unnest list into item | expand team | filter name in ["a1", "d1"] | fields 1 as one | filter one = 1
| stats count(*) as n by name, team | sort name
