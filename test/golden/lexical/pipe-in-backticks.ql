# §1.1: a pipe inside backticks belongs to the name.
filter id = "int" | display v as `a|b`
