WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "status" AS "status", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, coalesce("user", $p3) AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT c1 AS c2, COALESCE(sum(CAST((CASE WHEN "status" IS NULL THEN NULL ELSE COALESCE($p4 <= TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE), FALSE) END) AS DOUBLE)), 0) AS c3, count(*) AS c4, min("@seq") AS "@seq", count(*) AS "@events" FROM s1
GROUP BY c1
),
s3 AS NOT MATERIALIZED (
SELECT *, ((c3 * $p5) / CASE WHEN c4 <> 0 THEN c4 END) AS c5 FROM s2
)
SELECT c2 AS o1, c3 AS o2, c4 AS o3, c5 AS o4, sum("@events") OVER () AS matched
FROM s3
ORDER BY "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "nobody"
-- $p4 = 500
-- $p5 = 100
