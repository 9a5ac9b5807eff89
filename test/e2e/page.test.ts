// The page as its readers use it: a real browser, a real server, the simulated fleet. Every question must be answered with
// what its story says, and nothing may end up on the console.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';
import { simulateFleet } from '../../src/demo/simulate.ts';
import { type Story, stories } from '../../src/demo/stories.ts';
import { launchBrowser } from './page-browser.ts';

const fleet = { seed: 42, endMs: Date.UTC(2026, 10, 22, 12), events: 15_000 };
const webDir = fileURLToPath(new URL('../../dist/web', import.meta.url));

let dataDir: string;
let app: App;
let server: RunningServer;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-page-'));
  app = await openApp({ dataDir, accountId: '111122223333', region: 'eu-central-1' });
  const events = [...simulateFleet(fleet)].map(({ envelope }) => ({ message: JSON.stringify(envelope) }));
  await app.store.appendEcs(events);
  server = await startServer(app, { host: '127.0.0.1', port: 0, webDir });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await app?.close();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});

afterEach(async () => {
  await page.context().close();
});

const open = (path: string) => page.goto(server.url + path);
const main = () => page.locator('main');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => main().getByRole('link', { name });
const field = (label: string) => main().getByLabel(label, { exact: true });
const shows = (text: string | RegExp) => main().getByText(text).first().waitFor();
const address = () => new URL(page.url());

function story(id: string): Story {
  const found = stories(fleet).find((one) => one.id === id);
  if (found === undefined) throw new Error(`The fleet has no story ${id}.`);
  return found;
}

it('the overview tells what is recorded and leads to the questions', async () => {
  await open('/');
  await shows('Recorded events');
  await main()
    .getByRole('img', { name: /Events over time: [\d,]+ events/ })
    .waitFor();
  await shows('/aws/events/ecs/containerinsights/prod/performance');
  await link('What failed?').click();
  await main().getByRole('heading', { level: 1, name: 'What failed?' }).waitFor();
  expect(address().pathname).toBe('/q/errors');
  expect(await page.title()).toBe('What failed? · Shiplog');
  expect(complaints).toEqual([]);
});

describe('questions', () => {
  afterEach(() => expect(complaints).toEqual([]));

  it('a task: verdict, phases, evidence', async () => {
    const { taskArn = '' } = story('oom-loop');
    await open('/q/task');
    await field('Task').fill(taskArn);
    await button('Answer').click();
    await main()
      .getByRole('heading', { level: 2, name: /memory/i })
      .waitFor();
    expect(address().searchParams.get('task')).toBe(taskArn);
    await main()
      .getByRole('img', { name: /^RUNNING, \d+ min/ })
      .waitFor();
    await main()
      .getByRole('button', { name: /^Evidence/ })
      .click();
    await link('Open in Insights').first().click();
    await main().getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
    await main().getByRole('table').getByText('RUNNING').first().waitFor();
    await page.goBack();
    await main()
      .getByRole('heading', { level: 2, name: /memory/i })
      .waitFor();
  });

  it('a task: without an id it offers the latest, and the arrow keys walk along the phases', async () => {
    await open('/q/task');
    await shows('Tasks that stopped last');
    await main().getByRole('table').getByRole('link').first().click();
    await main().getByRole('heading', { level: 2, name: 'Phases' }).waitFor();
    const phases = main().getByRole('group', { name: /^Phases/ });
    await phases.locator('[tabindex="0"]').focus();
    const first = await page.locator(':focus').getAttribute('aria-label');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').getAttribute('aria-label')).not.toBe(first);
    await main().locator('.chart-tooltip').waitFor();
  });

  it('stops: a name that is nearly right is corrected by a click', async () => {
    const { service = '', facts } = story('oom-loop');
    await open('/q/stops?service=recomendations');
    await link(service).click();
    await shows(new RegExp(`${facts.kills} unplanned`));
    expect(address().searchParams.get('service')).toBe(service);
  });

  it('stops: the form says what is missing', async () => {
    await open('/q/stops');
    await button('Answer').click();
    await shows('Service is needed to answer this.');
  });

  it('owner: every task that had an address', async () => {
    const { ip = '' } = story('ip-reuse');
    await open(`/q/owner?address=${ip}`);
    await main().getByRole('table').first().waitFor();
    for (const id of ['ip-reuse', 'ip-reuse-2', 'ip-reuse-3']) {
      const taskId = story(id).taskArn?.split('/').at(-1) ?? '';
      await main().getByRole('link', { name: taskId }).first().waitFor();
    }
  });

  it('faults: services by trouble, each leading to its stops', async () => {
    await open('/q/faults');
    await link('prod/catalog').first().click();
    await main()
      .getByRole('heading', { level: 1, name: /keep dying/ })
      .waitFor();
    await shows(/Image not found/);
  });

  it('errors: what failed, with the service', async () => {
    await open('/q/errors');
    await shows('SERVICE_DEPLOYMENT_FAILED');
    await link('prod/checkout').first().waitFor();
  });

  it('deployments: the culprit and what was restored', async () => {
    const { deploymentId = '', facts } = story('bad-deployment');
    await open('/q/deployments?service=checkout&cluster=prod');
    await shows(deploymentId);
    await shows(String(facts.restoredDeploymentId));
    await main()
      .getByRole('group', { name: /^Deployments/ })
      .getByRole('img')
      .first()
      .waitFor();
  });

  it('agents: versions, the rollback and the failure', async () => {
    const { facts } = story('agent-update-3');
    await open('/q/agents');
    await shows(/rolled back/);
    await shows(String(facts.newVersion));
  });
});

describe('insights', () => {
  const editor = () => page.getByRole('textbox', { name: /^Query in/ });
  const write = async (text: string) => {
    await editor().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  };
  const rows = () => main().getByRole('table').getByRole('row');

  it('runs a query, counts it, and opens an event', async () => {
    await open('/insights?since=recorded');
    await write(
      'fields @timestamp, ecs.service, @message | filter ecs.service = "checkout" and detail.lastStatus = "RUNNING" | limit 5',
    );
    await page.keyboard.press('Control+Enter');
    await shows(/of 1[45],\d{3} events matched/);
    expect(await rows().count()).toBe(6);
    await main()
      .getByRole('img', { name: /Matching events over time: [\d,]+ events/ })
      .waitFor();
    await button('Event of row 2').click();
    await main().getByRole('tab', { name: 'Event' }).waitFor();
    await shows('"aws.ecs"');
    await main()
      .getByRole('tab', { name: /^Fields/ })
      .click();
    await shows('detail.group');
    expect(complaints).toEqual([]);
  });

  it('opens a pattern to the whole of it', async () => {
    await open('/insights?since=recorded');
    await write('filter ecs.service = "checkout" | pattern @message | limit 3');
    await page.keyboard.press('Control+Enter');
    await button('Values of row 1').click();
    const whole = main().getByRole('definition').first();
    expect(await whole.textContent()).toMatch(/^\{"version":"0","id":"<ID-1>".*\}$/);
    await shows('@sampleCount');
    expect(complaints).toEqual([]);
  });

  it('goes back to the query before', async () => {
    await open('/insights?since=recorded&q=limit+3');
    await button('Event of row 3').waitFor();
    await write('stats count(*) as tasks by ecs.cluster');
    await button('Run query').click();
    await main().getByRole('columnheader', { name: 'tasks' }).waitFor();
    await page.goBack();
    await button('Event of row 3').waitFor();
    expect(await editor().textContent()).toContain('limit 3');
    expect(complaints).toEqual([]);
  });

  it('runs every sample query', async () => {
    await open('/insights?since=recorded');
    await button('Sample queries').click();
    const titles = await page.getByRole('menuitem').allTextContents();
    expect(titles.length).toBeGreaterThan(4);
    for (const title of titles) {
      await open('/insights?since=recorded');
      await button('Sample queries').click();
      await page.getByRole('menuitem', { name: title }).click();
      await main().getByRole('table').waitFor();
    }
    expect(complaints).toEqual([]);
  });

  it('completes commands and fields, and underlines mistakes while typing', async () => {
    await open('/insights?since=recorded');
    await write('');
    await page.keyboard.type('filt');
    await page.getByRole('option', { name: /^filterfilter/ }).click();
    await page.keyboard.type(' ecs.ser');
    await page.getByRole('option', { name: /^ecs\.service\d/ }).click();
    await page.keyboard.type(' === "x"');
    await main().locator('.cm-lintRange-error').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('keeps queries in folders, with parameters', async () => {
    const dialog = page.getByRole('dialog');
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
    await open('/insights?since=recorded');
    await write('filter ecs.service = {{service}} | limit {{n}}');
    await button(/^Save$/).click();
    await dialog.getByLabel('Name').fill('team/by service');
    await dialog.getByLabel('Default of n').fill('3');
    await press('Save');
    await dialog.waitFor({ state: 'detached' });
    await button('Saved queries').click();
    await dialog.getByRole('button', { name: 'team', exact: true }).waitFor();
    await press('by service');
    expect(await editor().textContent()).toBe('$`team/by service`(service = , n = 3)');
    await write('$`by service`(service = "checkout")');
    await button('Run query').click();
    await button('Event of row 3').waitFor();
    await button('Saved queries').click();
    await press('Edit team/by service');
    expect(await editor().textContent()).toContain('{{service}}');
    // It is saved under its name again.
    await button(/^Save$/).click();
    await dialog.getByText('This replaces the query of that name.').waitFor();
    await press('Replace');
    await button('Saved queries').click();
    await press('Delete team/by service');
    await dialog.getByText('No query is saved yet.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what a word does, under the pointer and beside the completion', async () => {
    await open('/insights?since=recorded');
    await write('stats count_distinct(detail.taskArn) as tasks by ecs.service');
    await main().locator('.ql-function').first().hover();
    const card = main().locator('.cm-tooltip-hover .word-doc');
    await card.getByText('Number of different values').waitFor();
    await card.getByText(/Documented by AWS/).waitFor();
    await write('');
    await page.keyboard.type('ded');
    await main().locator('.cm-completionInfo').getByText('dedup field').waitFor();
    expect(complaints).toEqual([]);
  });

  it('completes a function with its parentheses, and what stats made behind it', async () => {
    await open('/insights?since=recorded');
    await write('');
    await page.keyboard.type('stats countD');
    await page.getByRole('option', { name: /^countDistinct/ }).click();
    await page.keyboard.type('detail.taskArn');
    await page.keyboard.press('End');
    await page.keyboard.type(' as tasks | sort tas');
    await page.getByRole('option', { name: /^tasks/ }).waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    expect(await editor().textContent()).toContain('countDistinct(detail.taskArn) as tasks');
    expect(complaints).toEqual([]);
  });

  it('underlines while typing what only the server can know', async () => {
    await open('/insights?since=recorded');
    await write('stats count(*) as n by ecs.service | filter detail.lastStatus = "STOPPED"');
    const mistake = main().locator('.cm-lintRange-error');
    await mistake.first().hover();
    await main().getByText('Unknown symbols found in or after stats: detail.lastStatus').waitFor();
    await main().getByText('After stats only its own columns exist').waitFor();
    await write('stats count(*) as n by ecs.service | filter n > 1');
    await mistake.first().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('formats the query at a key and at a click', async () => {
    await open('/insights?since=recorded');
    await write('where a==1|head 3 # few');
    await page.keyboard.press('Shift+Alt+F');
    const lines = () => main().locator('.cm-line').allTextContents();
    expect(await lines()).toEqual(['filter a = 1', '| limit 3 # few']);
    await write('where a==1|head 4');
    await button('Format').click();
    expect(await lines()).toEqual(['filter a = 1', '| limit 4']);
    await write('filtre a');
    expect(await button('Format').isDisabled()).toBe(true);
  });

  it('stops a query that takes too long', async () => {
    await page.route('**/api/v1/query', () => {});
    await open('/insights?since=recorded&q=limit+3');
    await shows(/^Running/);
    await button('Stop').click();
    await shows('Stopped');
    await page.unroute('**/api/v1/query');
    await button('Run query').click();
    await button('Event of row 3').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says where a query is wrong, and leads there', async () => {
    await open('/insights?since=recorded&q=fields+%40timestamp%0A%7C+filtre+x+%3D+1');
    await shows(/The query cannot run: 1 mistake/);
    await shows(/line 2, column 3/);
    await button('Show it in the editor').click();
    expect(await page.evaluate('document.getSelection().toString()')).toBe('filtre');
    // The browser itself reports the status 400; the page does not complain.
    expect(complaints.filter((text) => !text.includes('status of 400'))).toEqual([]);
  });
});

it('says that the server is gone, and goes on when it is back', async () => {
  await page.route('**/api/v1/**', (route) => route.abort());
  await open('/');
  await shows('The Shiplog server does not answer.');
  await page.unroute('**/api/v1/**');
  await button('Try again').click();
  await shows('Recorded events');
});

describe('everywhere', () => {
  afterEach(() => expect(complaints).toEqual([]));

  it('remembers dark mode', async () => {
    await open('/');
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await button('Switch to dark mode').click();
    await button('Switch to light mode').waitFor();
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    await button('Switch to light mode').waitFor();
    expect(await background()).toBe(dark);
  });

  it('keeps the time range from page to page', async () => {
    await open('/q/errors?since=1w');
    await page.getByRole('link', { name: 'Service faults' }).click();
    await button(/Last week/).waitFor();
    expect(address().search).toBe('?since=1w');
  });

  it('shows a page of its own for an unknown address', async () => {
    await open('/nowhere');
    await shows('There is no page at this address');
    await link('Go to the overview').click();
    await shows('Recorded events');
  });
});
