# §1.4, §2.3 rule 1: comparing with the word null is unknown.
filter user = null or user != null
| fields id
