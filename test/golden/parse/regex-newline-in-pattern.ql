# §1.8: newlines and spaces inside a literal are part of the pattern.
parse @message /first line
second (?<word>\w+)/
| filter ispresent(word)
