# §1.7: the word `not` stands above comparisons: not (status = 200).
filter not status = 200
| fields id
