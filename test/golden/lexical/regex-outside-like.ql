# §1.4: a regular expression does not lex as a function's argument.
fields replace(@message, /\d+/, "#")
