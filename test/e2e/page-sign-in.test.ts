// The page of a server with credentials: a reader without a token gets a form and nothing else, one with a token gets the page.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import { type App, openApp } from '../../src/app.ts';
import { taskEvent } from './api-fixture.ts';
import { launchBrowser } from './page-browser.ts';

const webDir = fileURLToPath(new URL('../../dist/web', import.meta.url));
const token = 'a-token-for-readers';

let dataDir: string;
let app: App;
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shiplog-sign-in-'));
  app = await openApp({ dataDir, accountId: '111122223333', region: 'eu-central-1' });
  await app.store.appendEcs([{ message: taskEvent(1) }]);
  server = await startServer(app, { host: '127.0.0.1', port: 0, webDir, credentials: { token } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await app?.close();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
});

const form = () => page.getByRole('heading', { level: 1, name: 'Sign in' });
const field = () => page.getByLabel('Token', { exact: true });
const recorded = () => page.locator('main').getByText('Recorded events').first();

it('asks for a token, says when it is not known, and shows the page once it is', async () => {
  await page.goto(`${server.url}/?range=7d`);
  await form().waitFor();
  expect(await page.getByText('Recorded events').count()).toBe(0);
  expect(await page.getByRole('navigation', { name: 'Pages' }).count()).toBe(0);
  await field().fill('not-the-token');
  await field().press('Enter');
  await page.getByText('The server does not know this token.').waitFor();

  await field().fill('mine, with spaces');
  await field().press('Enter');
  await page.getByText('A token has no spaces').waitFor();

  await field().fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await recorded().waitFor();
  expect(new URL(page.url()).search).toContain('range=7d');
  await page.reload();
  await recorded().waitFor();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await form().waitFor();
  await page.reload();
  await form().waitFor();
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
});

it('asks again when the token is withdrawn while somebody reads', async () => {
  await page.goto(server.url);
  await field().fill(token);
  await field().press('Enter');
  await recorded().waitFor();
  await page.evaluate("sessionStorage.setItem('shiplog.token', 'withdrawn')");
  await page.getByRole('link', { name: 'Insights' }).first().click();
  await form().waitFor();
});
