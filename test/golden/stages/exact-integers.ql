# Integers stay exact where both operands are integers; products of fractions are doubles.
fields ms + 1 as more, ms * 9007199254740993 as much, -ms as less, ms / 2 as half | filter more - 1 = 9223372036854775807
