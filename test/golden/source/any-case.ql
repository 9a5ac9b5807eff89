# §1.2: SOURCE is a command word, in any letter case.
source web | FIELDS id
