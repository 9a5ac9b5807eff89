WITH source AS NOT MATERIALIZED (
SELECT CAST("@timestamp" AS BIGINT) AS "@timestamp", "@message" AS "@message", '1:' || CAST("@seq" AS VARCHAR) AS "@ptr", "@seq", "@bytes", rowid AS "@address", 1 AS "@group" FROM "events_1" WHERE "@timestamp" BETWEEN CAST($p1 AS BIGINT) AND CAST($p2 AS BIGINT)
),
s1 AS NOT MATERIALIZED (
SELECT *, CAST(to_json(list_transform(regexp_extract_all(',' || regexp_extract("@message", '^(?:"(?:[^"]|"")*"|[^\r\n])*'), ',("(?:[^"]|"")*"|[^,]*)', 1), lambda value: CASE WHEN starts_with(value, '"') AND ends_with(value, '"') AND length(value) > 1 THEN replace(value[2:-2], '""', '"') ELSE value END)) AS VARCHAR) AS c1 FROM source
),
s2 AS NOT MATERIALIZED (
SELECT *, json_extract(c1, [$p3, $p4]) AS r1 FROM s1
),
s3 AS NOT MATERIALIZED (
SELECT *, NULLIF(CAST(r1[1] AS VARCHAR), 'null') AS m1_0, NULLIF(CAST(r1[2] AS VARCHAR), 'null') AS m1_1 FROM s2
),
s4 AS NOT MATERIALIZED (
SELECT *, CASE left(m1_0, 1) WHEN '"' THEN json_extract_string(m1_0, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(m1_0, '[.]0$', '') END AS c2, CASE left(m1_1, 1) WHEN '"' THEN json_extract_string(m1_1, '$') WHEN 't' THEN '1' WHEN 'f' THEN '0' WHEN 'n' THEN NULL WHEN '{' THEN NULL WHEN '[' THEN NULL ELSE regexp_replace(m1_1, '[.]0$', '') END AS c3 FROM s3
),
s5 AS NOT MATERIALIZED (
SELECT *, CASE WHEN COALESCE(strlen(c3), 0) + COALESCE(strlen($p5), 0) > 4194304 THEN error('text too long') ELSE concat(c3, $p5) END AS c4 FROM s4
)
SELECT c4 AS o1, "@ptr" AS o2
FROM s5
ORDER BY "@timestamp" DESC, "@seq", "@group"
LIMIT 10000
-- $p1 = 1764547200000
-- $p2 = 1782777600000
-- $p3 = "$[0]"
-- $p4 = "$[1]"
-- $p5 = "!"
