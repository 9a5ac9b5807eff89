WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "ms" AS "ms", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT "user" AS c1, COALESCE(sum(TRY_CAST(regexp_extract("ms", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)), 0) AS c2, count(*) AS c3, min("@seq") AS "@seq", count(*) AS "@events" FROM source
GROUP BY "user"
),
s2 AS NOT MATERIALIZED (
SELECT *, (coalesce(c2, $p3) + coalesce(c3, $p3)) AS c4 FROM s1
),
s3 AS MATERIALIZED (
SELECT *, c2 AS c5, c3 AS c6, c4 AS c7, row_number() OVER (ORDER BY "@seq") AS c8 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT * FROM s3
UNION ALL BY NAME
SELECT sum(c5) AS c5, sum(c6) AS c6, sum(c7) AS c7, count(*) + 1 AS c8 FROM s3 HAVING count(*) > 0
)
SELECT c1 AS o1, c5 AS o2, c6 AS o3, c7 AS o4
FROM s4
ORDER BY c8 ASC NULLS FIRST, "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 0
