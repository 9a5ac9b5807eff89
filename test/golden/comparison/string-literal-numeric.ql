# §2.3 rule 5: "200" matches the number 200 and the string "200".
filter v = "200"
| fields id
