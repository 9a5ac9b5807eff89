# §8-Q23: 9223372036854775806 is another.
fields id, v + 0 as w | filter w in (fields "9223372036854775806" as b) | display id
