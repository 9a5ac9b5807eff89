# §8-Q23: integers beyond 2^53 are told apart.
fields id, v + 0 as w | filter w in (fields "9223372036854775807" as b) or w in (fields "9223372036854775806" as c) | display id
