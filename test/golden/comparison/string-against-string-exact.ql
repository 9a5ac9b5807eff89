# §2.3 rule 6: string against string is exact: "007" is not "7".
filter v = "7"
| fields id
