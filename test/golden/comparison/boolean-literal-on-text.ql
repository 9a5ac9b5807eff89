# §8 Q5: `true` stands for 1; the text "ok" is no number and not equal to it.
filter v = true
| fields id
