# §3.25, §3.7: sessions need the times of events.
stats count(*) as n by user
| sessionize user
