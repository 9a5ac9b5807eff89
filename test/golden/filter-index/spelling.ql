# §1.2: filter_index, in any letter case.
FILTER_INDEX user == 'ann' | fields id
