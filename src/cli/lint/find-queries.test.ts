// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the interpolations of other languages
import { describe, expect, it } from 'vitest';
import { extractQueries } from './extract.ts';

/** `path: query` for each query, `path? reason` for what is not checked. */
function found(name: string, text: string): readonly string[] {
  const { queries, skipped } = extractQueries(name, text);
  return [
    ...queries.map(({ path, query }) => `${path}: ${query.text}`),
    ...skipped.map(({ path, reason }) => `${path}? ${reason}`),
  ];
}

describe('CloudFormation', () => {
  it('reads query definitions, with short tags and in the long form', () => {
    const template = [
      'Resources:',
      '  One:',
      '    Type: AWS::Logs::QueryDefinition',
      '    Properties:',
      '      Name: !Ref Name',
      '      LogGroupNames: [!GetAtt A.B]',
      '      QueryString: !Sub',
      '        - fields ${A}',
      '        - { A: b }',
      '  Two:',
      '    Type: AWS::Logs::QueryDefinition',
      '    Properties:',
      '      QueryString:',
      "        Fn::Join: [' | ', [fields a, !Sub 'limit ${N}', !Ref Rest]]",
      '  Three:',
      '    Type: AWS::Logs::ScheduledQuery',
      '    Properties: { QueryLanguage: CWLI, QueryString: limit 3 }',
      '  Four:',
      '    Type: AWS::Logs::ScheduledQuery',
      '    Properties: { QueryLanguage: SQL, QueryString: SELECT 1 }',
      '  Five:',
      '    Type: AWS::Logs::QueryDefinition',
      '    Properties: { QueryString: !ImportValue Elsewhere }',
      '  Other:',
      '    Type: AWS::SNS::Topic',
      '    Properties: { QueryString: no query }',
    ];
    expect(found('template.yaml', template.join('\n'))).toEqual([
      'Resources.One.Properties.QueryString: fields ${A}',
      'Resources.Two.Properties.QueryString: fields a | limit ${N} | ${}',
      'Resources.Three.Properties.QueryString: limit 3',
      'Resources.Four.Properties.QueryString? it is written in SQL',
      'Resources.Five.Properties.QueryString? it is computed elsewhere',
    ]);
  });

  it('reads the widgets inside of a dashboard body, whatever makes it up', () => {
    const body = (query: string) =>
      JSON.stringify({ widgets: [{ type: 'log', properties: { query } }, { type: 'text' }] });
    const dashboard = (DashboardBody: unknown) => ({
      Resources: { D: { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody } } },
    });
    const query = "SOURCE 'a' | limit 5";
    const [head = '', tail = ''] = body(query).split("'a'");
    const path = 'Resources.D.Properties.DashboardBody';
    const below = 'widgets.0.properties.query';
    expect(found('t.json', JSON.stringify(dashboard(body(query)), null, 2))).toEqual([
      `${path}.${below}: ${query}`,
    ]);
    expect(found('t.json', JSON.stringify(dashboard({ 'Fn::Sub': body(query) })))).toEqual([
      `${path}.Fn::Sub.${below}: ${query}`.replace('.Fn::Sub', ''),
    ]);
    const joined = dashboard({ 'Fn::Join': ["'", [head, { Ref: 'Group' }, tail]] });
    expect(found('t.template.json', JSON.stringify(joined))).toEqual([
      `${path}.${below}: SOURCE '\${}' | limit 5`,
    ]);
    const numbers = body(query).replace('"type":"text"', '"width":${Width}');
    expect(found('t.json', JSON.stringify(dashboard({ 'Fn::Sub': numbers })))).toEqual([
      `${path}.${below}: ${query}`,
    ]);
  });
});

describe('dashboards and requests', () => {
  it('reads a dashboard of CloudWatch', () => {
    const widgets = [
      { type: 'metric', properties: { query: 'no query' } },
      { type: 'log', properties: { query: "SOURCE 'a' | fields b" } },
      { type: 'log', properties: { query: 'source = a', queryLanguage: 'PPL' } },
    ];
    expect(found('dashboard.json', JSON.stringify({ widgets }))).toEqual([
      "widgets.1.properties.query: SOURCE 'a' | fields b",
      'widgets.2.properties.query? it is written in PPL',
    ]);
  });

  it('reads a dashboard of Grafana, also when YAML holds it as a text', () => {
    const panels = [
      { targets: [{ queryMode: 'Logs', expression: 'limit 3', refId: 'A' }] },
      { targets: [{ queryMode: 'Metrics', expression: 'no query' }] },
      { targets: [{ queryMode: 'Logs', queryLanguage: 'SQL', expression: 'SELECT 1' }] },
    ];
    const text = JSON.stringify({ panels });
    const answers = [
      'panels.0.targets.0.expression: limit 3',
      'panels.2.targets.0.expression? it is written in SQL',
    ];
    expect(found('grafana.json', text)).toEqual(answers);
    expect(found('map.yaml', `data:\n  board.json: |\n    ${text}\n`)).toEqual(
      answers.map((answer) => `data.board.json.${answer}`),
    );
  });

  it('reads what the AWS CLI takes and gives, and no query strings of other kinds', () => {
    const definitions = { queryDefinitions: [{ queryString: 'limit 3', queryDefinitionId: 'x' }] };
    expect(found('-', JSON.stringify(definitions))).toEqual(['queryDefinitions.0.queryString: limit 3']);
    expect(found('x.json', JSON.stringify({ queryString: 'a=b&c=d' }))).toEqual([]);
  });

  it('reads every document of a file, through anchors', () => {
    const text = [
      'a: &q { queryString: limit 3, logGroupName: g }',
      'b: *q',
      '---',
      'queryString: limit 4',
      'logGroupName: g',
    ].join('\n');
    expect(found('x.yml', text)).toEqual([
      'a.queryString: limit 3',
      'b.queryString: limit 3',
      'queryString: limit 4',
    ]);
  });

  it('ends with a graph that has no end', () => {
    const text = 'a: &a { queryString: limit 3, logGroupName: g, again: *a }';
    expect(found('x.yml', text).length).toBeGreaterThan(0);
  });
});

it('refuses anchors that multiply without end', () => {
  const text = 'logGroupName: g\nqueryString: a\na: &a { b: *a, c: *a, d: *a }';
  expect(() => found('x.yml', text)).toThrow('anchors');
});

describe('Terraform', () => {
  const definition = (body: string) => `resource "aws_cloudwatch_query_definition" "q" {\n${body}\n}\n`;
  const path = 'resource.aws_cloudwatch_query_definition.q.query_string';

  it.each([
    ['a text', 'query_string = "fields \\"a\\"\\n| limit 3" # why', 'fields "a"\n| limit 3'],
    ['a heredoc', 'query_string = <<EOF\n  fields a\n  | limit 3\nEOF', '  fields a\n  | limit 3\n'],
    [
      'an indented heredoc',
      'query_string = <<-EOF\n    fields a\n\n      | limit 3\n    EOF\n  name = "x"',
      'fields a\n\n  | limit 3\n',
    ],
    [
      'an interpolation with quotes',
      'query_string = "limit ${join(",", var.x)}"',
      'limit ${join(",", var.x)}',
    ],
    ['a function that changes nothing', 'query_string = trimspace(<<EOF\nlimit 3\nEOF\n)', 'limit 3\n'],
    ['join', 'query_string = join("\\n| ", ["fields a", var.more, "limit 3"])', 'fields a\n| ${}\n| limit 3'],
  ])('%s', (_name, body, query) => {
    expect(found('main.tf', `# "\n/* { */ locals {\n a = [1, { b = "c" }]\n}\n${definition(body)}`)).toEqual([
      `${path}: ${query}`,
    ]);
  });

  it.each(['file("q.ql")', 'local.query', 'var.a ? "limit 3" : "limit 4"', '"${local.query}"'])(
    'says that %s is computed',
    (value) => {
      expect(found('main.tf', definition(`query_string = ${value}`))).toEqual([
        `${path}? it is computed elsewhere`,
      ]);
    },
  );

  it('reads dashboards, as an object and as JSON', () => {
    const object = 'jsonencode({ "widgets" : [{ type = "log", properties = { query = "limit 3" } }] })';
    const json =
      '<<EOF\n{"widgets": [{"type": "log", "width": ${var.w}, "properties": {"query": "limit 3"}}]}\nEOF';
    for (const body of [object, json]) {
      const text = `resource "aws_cloudwatch_dashboard" "d" {\n  dashboard_body = ${body}\n}`;
      expect(found('main.tf', text)).toEqual([
        'resource.aws_cloudwatch_dashboard.d.dashboard_body.widgets.0.properties.query: limit 3',
      ]);
    }
  });

  it('reads the JSON form', () => {
    const resource = { aws_cloudwatch_query_definition: { q: [{ query_string: 'limit 3' }] } };
    expect(found('main.tf.json', JSON.stringify({ resource }))).toEqual([
      'resource.aws_cloudwatch_query_definition.q.0.query_string: limit 3',
    ]);
  });

  it('ends with broken files', () => {
    for (const text of [
      'query_string = "',
      'query_string = <<EOF\n',
      'query_string {{{[[((',
      'query_string = [,,',
      '}}}',
    ])
      expect(found('main.tf', text)).toEqual([]);
  });
});

it('reads the blocks of Markdown that say they hold a query', () => {
  const text = [
    '# Title',
    '```ql',
    'limit 3',
    '```',
    '~~~ logs-insights',
    'limit 4',
    '~~~',
    '```sql',
    'SELECT',
    '```',
  ];
  expect(found('README.md', text.join('\n'))).toEqual([
    'block at line 2: limit 3\n',
    'block at line 5: limit 4\n',
  ]);
});

it('takes any other file for a query, and what begins with a brace for none', () => {
  expect(found('query.txt', 'limit 3')).toEqual([': limit 3']);
  expect(found('-', '{{first}} | limit 3')).toEqual([': {{first}} | limit 3']);
  expect(found('-', '{"a": 1}')).toEqual([]);
});
