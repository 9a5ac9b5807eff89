WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "user" AS "user", "region" AS "region", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT * FROM source
),
l2 AS NOT MATERIALIZED (
SELECT * FROM "lookup_teams" QUALIFY row_number() OVER (PARTITION BY "c1" ORDER BY "row") = 1
),
s3 AS NOT MATERIALIZED (
SELECT s1.*, l2."c2" AS c1 FROM s1 LEFT JOIN l2 ON s1."user" = l2."c1"
),
s4 AS NOT MATERIALIZED (
SELECT * FROM s3
),
l5 AS NOT MATERIALIZED (
SELECT * FROM "lookup_teams" QUALIFY row_number() OVER (PARTITION BY "c1" ORDER BY "row") = 1
),
s6 AS NOT MATERIALIZED (
SELECT s4.*, COALESCE(s4."region", l5."c3") AS c2 FROM s4 LEFT JOIN l5 ON s4."user" = l5."c1"
)
SELECT "user" AS o1, c1 AS o2, c2 AS o3, "@ptr" AS o4
FROM s6
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
