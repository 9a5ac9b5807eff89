# §1.6: periods cannot be stored.
fields 5m as five
