import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

const administrator = { name: 'ada', password: 'a password of ada' };
const viewer = { name: 'vera', password: 'a password of vera' };

// The second signs in as whom the first has made.
test.describe.configure({ mode: 'serial' });

test('the first administrator is led by the guide to a first order', async ({ page, baseURL }) => {
  const console = new Console(page);
  await console.open('/erp');
  await connect(page, `${baseURL}/demo-erp`);
  await page.reload();
  await expect(page.getByText(/Signing in without a password ends when you go live/)).toBeVisible();
  await page.getByRole('button', { name: 'Go live' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Sign in to Waybill' })).toBeVisible();
  await expect(page.getByText(/Open the set-up link that stands in the log/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continue in demo mode' })).toBeHidden();

  await page.goto(setUpLink());
  await page.getByRole('textbox', { name: 'User name' }).fill(administrator.name);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByLabel('Password again').fill(administrator.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Set up your shop' })).toBeVisible();
  await expect(page.getByText(`You are signed in as ${administrator.name}.`)).toBeVisible();
  const step = (title: RegExp) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(step(/How customers buy/)).toContainText('Done');
  for (const way of ['They send a shopping list', 'They order in your ERP']) {
    await page.getByRole('radio', { name: way }).check();
    await page.getByRole('button', { name: 'Use this' }).click();
    await expect(page.getByRole('button', { name: 'Use this' })).toBeHidden();
  }
  await expect(step(/Your ERP/)).toContainText('Done');
  await expect(step(/Your WhatsApp number/)).toContainText('To do');
  await expect(step(/Your WhatsApp number/)).toContainText(/No number is connected/);
  await page.getByRole('link', { name: 'Say hi on the simulated phone' }).click();

  const phone = new PhonePage(page);
  await phone.newCustomer();
  await phone.sayHi();
  const number = await phone.order('Beth House, Kasarani, House 16');
  // phone.spec.ts looks at each of its parts.
  await console.pictures('phone');

  await page.getByRole('link', { name: 'Sales Orders' }).click();
  await expect(page.getByRole('row', { name: new RegExp(number) })).toContainText('Confirmed');
  // What was open when the demonstration ended has ended quietly.
  expect(gatewayLog()).not.toContain('AuthorizationDeniedException');
});

test('a viewer sees what goes on, is offered no change, and is refused one', async ({ page, browser }) => {
  await page.goto('/settings/people');
  await page.getByRole('textbox', { name: 'User name' }).fill(administrator.name);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(viewer.name);
  await page.getByRole('checkbox', { name: 'Viewer' }).check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();

  const context = await browser.newContext();
  const hers = await context.newPage();
  const refused: string[] = [];
  hers.on('response', (answer) => answer.status() === 403 && refused.push(answer.url()));
  const console = new Console(hers);
  await hers.goto(link);
  await expect(hers.getByText(new RegExp(`Choose a password for ${viewer.name}`))).toBeVisible();
  await console.expectGood('invite');
  await hers.getByLabel('Password', { exact: true }).fill(viewer.password);
  await hers.getByLabel('Password again').fill(viewer.password);
  await hers.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(hers.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await looksAround(hers);
  expect(refused).toEqual([]);

  for (const [path, right] of [
    ['/settings', 'See settings'],
    ['/settings/people', 'Manage users'],
    ['/templates/drafts/new', 'Change templates'],
  ] as const) {
    await hers.goto(path);
    await expect(hers.getByRole('heading', { level: 1, name: 'You may not see this page' })).toBeVisible();
    await expect(hers.getByText(`It needs the right “${right}”.`)).toBeVisible();
  }
  await console.expectGood('no-permission');
  expect(refused).toEqual([]);

  for (const [method, path, body, right] of [
    ['PUT', '/api/catalog/products/P101/visibility', { visible: false }, 'CATALOG_EDIT'],
    ['POST', '/api/v1/flows/order/publish', { message: 'mine' }, 'FLOWS_EDIT'],
    ['PUT', '/api/v1/settings/retention', { version: 0, customerDays: 30 }, 'SETTINGS_EDIT'],
    ['POST', '/api/v1/users', { username: 'eve', roles: ['ADMIN'] }, 'PEOPLE_MANAGE'],
  ] as const) {
    const answer = await ask(hers, method, path, body);
    expect(answer, path).toMatchObject({ status: 403, body: { detail: expect.stringContaining(right) } });
  }
  await context.close();
});

/** Each page she may open shows what is there, and offers nothing that changes it. */
async function looksAround(page: Page) {
  const main = page.getByRole('main');
  const open = async (name: string, title = name) => {
    await page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  };
  for (const name of ['Settings', 'People', 'Audit log', 'ERP'])
    await expect(page.getByRole('link', { name, exact: true })).toBeHidden();
  await expectNothingToChange(page);

  await open('Chats');
  await page.locator('[data-chat]').first().click();
  await expect(main.getByText('You may read chats, not answer them.')).toBeVisible();
  await expectNothingToChange(page);

  await open('Sales Orders');
  await expect(main.locator('[data-row]').first()).toBeVisible();
  await expectNothingToChange(page);
  await main.locator('[data-row]').first().click();
  await expect(main.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expectNothingToChange(page);

  await open('Catalog', 'Product Catalog');
  await expect(main.locator('[data-row]').first()).toBeVisible();
  await main.locator('[data-row]').first().click();
  await expect(main.getByRole('switch', { name: /Public Visibility/ }).last()).toBeVisible();
  await expect(main.locator('input[role="switch"]:enabled')).toHaveCount(0);
  await expectNothingToChange(page);

  await open('Bot Flows');
  await expect(main.getByRole('table', { name: 'Flows' })).toBeVisible();
  await expectNothingToChange(page);
  await main.locator('[data-row]').first().click();
  await expect(main.getByRole('region', { name: 'Visual Flow Builder' })).toBeVisible();
  await expectNothingToChange(page);

  await open('Templates');
  await main.getByRole('link', { name: 'order_shipped', exact: true }).first().click();
  await expect(main.getByText('Approved', { exact: true }).first()).toBeVisible();
  await expectNothingToChange(page);

  await open('Operations');
  await expect(main.getByRole('tab').first()).toBeVisible();
  for (const tab of await main.getByRole('tab').all()) {
    await tab.click();
    await expectNothingToChange(page);
  }

  await open('Phone');
  await expect(main.getByText(/Writing as a customer needs the right “Change flows”/)).toBeVisible();
  await expectNothingToChange(page);
}

const changes =
  /^(add|ask (?:to|for)|assign|attach|change|choose a|create|delete|discard|edit|go live|hand back|import|invite|make|mark|move|new|pause|publish|refresh|remove|retry|roll back|save|send|submit|sync|take|try again|turn off|undo|upload|use)\b/i;

async function expectNothingToChange(page: Page) {
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
  const offered = await page
    .getByRole('main')
    .locator('button:enabled:visible')
    .evaluateAll((buttons) => buttons.map((button) => (button.ariaLabel ?? button.textContent ?? '').trim()));
  expect.soft(offered.filter((name) => changes.test(name))).toEqual([]);
}

/** The demo ERP in the place of a shop's own, set up and tested as erp.spec.ts does by hand. */
async function connect(page: Page, baseUrl: string) {
  const { version } = (await ask(page, 'GET', '/api/erp/connection')).body as { version: number };
  const change = { version, startFrom: 'canonical', baseUrl, inside: true };
  expect(await ask(page, 'PUT', '/api/erp/connection', change)).toMatchObject({ status: 200 });
  expect(await ask(page, 'POST', '/api/erp/connection/check', { write: true })).toMatchObject({
    status: 200,
  });
}

/** As the page itself asks: with its cookies, and the header that proves it is ours. */
function ask(page: Page, method: string, path: string, body?: unknown) {
  return page.evaluate(
    async (asked) => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const answer = await fetch(asked.path, {
        method: asked.method,
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) },
        body: asked.body === undefined ? undefined : JSON.stringify(asked.body),
      });
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    { method, path, body },
  );
}

/** The one that was printed last; none before it counts. */
function setUpLink(): string {
  return [...gatewayLog().matchAll(/\S+(\/setup\?token=\S+)/g)].at(-1)?.[1] ?? 'no set-up link in the log';
}

function gatewayLog(): string {
  return readFileSync(process.env.GATEWAY_LOG ?? '', 'utf8');
}
