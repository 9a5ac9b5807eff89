WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "path" AS "path", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("path", getvariable('k1')) THEN regexp_extract("path", getvariable('k1'), ['c1', 'c2']) END AS r1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, NULLIF(r1.c1, '') AS c1, r1.c2 AS c2 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches(c2, getvariable('k2')) THEN regexp_extract(c2, getvariable('k2'), ['c3', 'c4']) END AS r3 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT *, r3.c3 AS c3, r3.c4 AS c4 FROM s3
)
SELECT c1 AS o1, c3 AS o2, "@ptr" AS o3
FROM s4
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- k1 = "^/([a-z]+)/?(.*)$"
-- k2 = "\\A([^/]*)/([\\s\\S]*)\\z"
