# §4.1, §1.8, quirk 17: a regular expression searches; ^ and $ anchor it.
filter v like /^0/ or v like /0%$/
| fields id
