# §2.3 rule 5: a negative number against text that is no number is compared as text: "-3" < "a".
filter v < "a" and v like "-"
| fields id
