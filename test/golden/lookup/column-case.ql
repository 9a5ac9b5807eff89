# §1.2, Inferred: columns are case-sensitive like fields.
lookup teams user OUTPUT Team
