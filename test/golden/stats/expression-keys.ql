# §3.7: any scalar expression may be a key.
filter @logStream = "access"
| stats count(*) as n by status >= 400 as failed, coalesce(user, "nobody") as who
| sort failed, who
