WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "status" AS "status", "user" AS "user", "id" AS "id", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT * FROM source
WHERE $p3 = TRY_CAST(regexp_extract("status", '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
),
j2 AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "id" AS "id", "status" AS "status", "@seq", "@bytes", rowid AS "@address", 2 AS "@group" FROM "events_2" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s3 AS NOT MATERIALIZED (
SELECT s1.*, j2."id" AS c1, j2."status" AS c2, {'v0': j2."@seq", 'v1': j2."@group"} AS n3 FROM s1 LEFT JOIN j2 ON s1."user" = j2."user"
)
SELECT "id" AS o1, c1 AS o2, c2 AS o3, "@ptr" AS o4
FROM s3
ORDER BY "@timestamp" DESC, "@seq", "@group", n3
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = 200
