# §3.8: the documented form with a name after an unnamed group.
filter @message like "user="
| sort @timestamp asc
| parse @message /(\w+):/ as word multi
