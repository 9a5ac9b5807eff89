WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CASE WHEN regexp_matches("@message", '[^\s="]=') THEN '{' || array_to_string(list_transform(list_zip(regexp_extract_all("@message", '([^\s="]+)(?:=("(?:[^"\\]|\\.)*"|\S*))?', 1), regexp_extract_all("@message", '([^\s="]+)(?:=("(?:[^"\\]|\\.)*"|\S*))?', 2)), lambda pair: CAST(to_json(pair[1]) AS VARCHAR) || ':' || CASE WHEN pair[2] IS NULL THEN 'true' WHEN starts_with(pair[2], '"') THEN COALESCE(CAST(TRY_CAST(pair[2] AS JSON) AS VARCHAR), CAST(to_json(trim(pair[2], '"')) AS VARCHAR)) ELSE CAST(to_json(pair[2]) AS VARCHAR) END), ',') || '}' END AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, json_extract(c1, [$p3, $p4, $p5]) AS r1 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(r1[1] AS VARCHAR), 'null') AS m1_0, NULLIF(CAST(r1[2] AS VARCHAR), 'null') AS m1_1, NULLIF(CAST(r1[3] AS VARCHAR), 'null') AS m1_2 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT *, m1_0 AS c2, m1_1 AS c3 FROM s3
WHERE $p6 < TRY_CAST(regexp_extract(CASE left(m1_2, 1) WHEN '"' THEN json_extract_string(m1_2, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(m1_2, '[.]0$', '') END, '^[-+.0-9]+([eE][-+]?[0-2]?[0-9]{1,2})?$') AS DOUBLE)
)
SELECT c2 AS o1, c3 AS o2, "@ptr" AS o3
FROM s4
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "/level"
-- $p4 = "/user.id"
-- $p5 = "/dur"
-- $p6 = 10
