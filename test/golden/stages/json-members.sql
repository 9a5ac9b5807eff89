WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CAST(TRY(json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END, '$')) AS VARCHAR) AS c1, CAST(TRY(json_extract(CASE WHEN regexp_matches("@message", '^\s*[[{]') THEN "@message" END, [$p3, $p4, $p5])) AS JSON[]) AS r1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(r1[1] AS VARCHAR), 'null') AS m1_0, NULLIF(CAST(r1[2] AS VARCHAR), 'null') AS m1_1, NULLIF(CAST(r1[3] AS VARCHAR), 'null') AS m1_2 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, m1_0 AS c2, m1_1 AS c3 FROM s2
WHERE CASE left(m1_2, 1) WHEN '"' THEN json_extract_string(m1_2, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(m1_2, '[.]0$', '') END = $p6
)
SELECT c2 AS o1, c3 AS o2, "@ptr" AS o3
FROM s3
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "/detail/group"
-- $p4 = "$.\"detail\".\"containers\"[0].\"name\""
-- $p5 = "/source"
-- $p6 = "aws.ecs"
