# §3.7: the spelling `group by` of old dashboards is tolerated.
filter user = "ann"
| stats count(*) as n group by path
| sort path
