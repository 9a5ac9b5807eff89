WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT COALESCE(sum(TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)), 0) AS c1, quantile_disc(TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), $p3) AS c2, arg_max("user", {'time': "@timestamp", 'sequence': "@seq"}) AS c3, stddev_pop(TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)) AS c4, min("@seq") AS "@seq", count(*) AS "@events" FROM source
WHERE ("ms" IS NOT NULL)
HAVING count(*) > 0
)
SELECT c1 AS o1, c2 AS o2, c3 AS o3, c4 AS o4, sum("@events") OVER () AS matched
FROM s1
ORDER BY "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 0.95
