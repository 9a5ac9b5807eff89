# §3.33: the same before `stats … by`, with AWS's text.
fields user | fields coalesce(user, "nobody") as user | stats count(*) by user
