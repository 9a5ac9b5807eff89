# §2.7: a timestamp stays one under an alias, through if() and coalesce().
filter id in ["a1", "a5"]
| fields @timestamp as t, if(ok, t, null) as good, coalesce(nothing, t) as c
| filter t >= 1772618700000
| sort t
