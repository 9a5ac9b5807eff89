# §1.4: case folding is (?i), which may stand in the middle of a pattern.
filter v like /(?i)^OK$/
| display id, v like /o(?i)K/ as middle
