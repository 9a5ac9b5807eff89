WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "ms" AS "ms", "region" AS "region", "user" AS "user", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, count(*) AS c2, min("@seq") AS "@seq", count(*) AS "@events" FROM source
WHERE ($p3 < TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) AND "region" = $p4)
GROUP BY "user"
)
SELECT c1 AS o1, c2 AS o2, sum("@events") OVER () AS matched
FROM s1
ORDER BY "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 100
-- $p4 = "eu"
