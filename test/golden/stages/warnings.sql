WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", CAST(NULL AS VARCHAR) AS "detail", CAST(NULL AS VARCHAR) AS "type", "path" AS "path", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, COALESCE(CAST(TRY((TRY_CAST(regexp_extract("detail", '^[-+]?[0-9]+$') AS HUGEINT) - TRY_CAST(regexp_extract("type", '^[-+]?[0-9]+$') AS HUGEINT))) AS VARCHAR), regexp_replace(CAST(CAST((TRY_CAST(regexp_extract("detail", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE) - TRY_CAST(regexp_extract("type", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)) AS DOUBLE) + 0.0 AS VARCHAR), '[.]0$', '')) AS c1, CAST(floor("@timestamp" / 60000) AS BIGINT) * 60000 AS c2 FROM source
WHERE (("@timestamp" IS NULL AND NULL) AND contains("path", $p3))
),
s2 AS NOT MATERIALIZED (
SELECT c2 AS c3, count(*) AS c4, min("@seq") AS "@seq", count(*) AS "@events" FROM s1
GROUP BY c2
)
SELECT c3 AS o1, c4 AS o2, sum("@events") OVER () AS matched
FROM s2
ORDER BY c3 ASC NULLS FIRST, "@seq"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "%a%"
