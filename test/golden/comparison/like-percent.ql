# §4.1, quirk 16: a percent sign is a percent sign.
filter v like "%" or v like "o%" or v like "*" or v like "_000"
| fields id
