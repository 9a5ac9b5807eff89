# §3.33 rule 2: an alias equal to a field that an earlier command mentioned is an error.
fields user | fields coalesce(user, "nobody") as user
