import { expect, test } from '@playwright/test';
import { Console } from './console';
import { PhonePage } from './phone-page';

const screens = [
  { name: 'overview', path: '/' },
  { name: 'guide', path: '/setup-guide' },
  { name: 'operations', path: '/operations' },
  { name: 'operations-erp', path: '/operations?tab=erp' },
  { name: 'operations-whatsapp', path: '/operations?tab=whatsapp' },
  { name: 'people', path: '/settings/people' },
  { name: 'audit', path: '/settings/audit' },
  { name: 'not-found', path: '/no-such-page' },
];

for (const { name, path } of screens) {
  test(`${name} is accessible in light and dark and fits a phone`, async ({ page }) => {
    const console = new Console(page);
    await console.open(path);
    await console.expectGood(name);
  });
}

test('the settings are accessible in light and dark and fit a phone', async ({ page }) => {
  const console = new Console(page);
  for (const tab of ['store', 'desk', 'retention', 'receipts', 'modules', 'links', 'keys']) {
    await console.open(`/settings?tab=${tab}`);
    await expect(page.getByRole('tabpanel').locator('button, label').first()).toBeVisible();
    await console.expectGood(`settings-${tab}`);
  }
});

test('sign-in and set-up are accessible in light and dark and fit a phone', async ({ page }) => {
  const console = new Console(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await console.expectGood('sign-in');
  await page.goto('/setup?token=abc');
  await expect(page.getByLabel('Set-up token')).toHaveValue('abc');
  await console.expectGood('setup');
});

test('in Arabic the console runs from right to left', async ({ page }) => {
  const console = new Console(page);
  await console.open('/');
  await console.language('العربية');
  await console.expectGood('overview-ar');
});

test('the simulated phone speaks French and Arabic, which runs from right to left', async ({ page }) => {
  const phone = new PhonePage(page);
  await phone.open();
  await phone.sayHi();
  await phone.choose(/order products/i);
  await phone.console.language('Français');
  await expect(page.getByRole('tab')).toHaveText([
    'Échanges',
    'Appels ERP',
    'Session',
    'Commandes',
    'ERP démo',
  ]);
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();

  await page.evaluate(() => localStorage.setItem('waybill-language', 'ar'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('tab', { name: 'استدعاءات ERP' }).click();
  const call = page.getByRole('button', { name: /LIST_PRODUCTS/ }).last();
  await expect(call).toContainText('نجح');
  await call.click();
  await phone.console.expectGood('phone-ar');
});

test('each page has one line in the navigation in each language, and all is found by the keyboard', async ({
  page,
}) => {
  const console = new Console(page);
  await console.open('/settings/audit');
  for (const language of ['fr', 'ar', 'en']) {
    await page.evaluate((code) => localStorage.setItem('waybill-language', code), language);
    await page.reload();
    const links = page.getByRole('navigation').first().getByRole('link');
    await expect(links.last()).toBeVisible();
    const cut = await links.evaluateAll((all) =>
      all
        .filter((link) => {
          const label = link.querySelector('.mantine-NavLink-body')!;
          return link.getBoundingClientRect().height > 44 || label.scrollWidth > label.clientWidth;
        })
        .map(({ textContent }) => textContent),
    );
    expect(cut, language).toEqual([]);
  }

  await expect(page.getByRole('button', { name: 'Find' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find' }).fill('rice');
  await expect(page.getByRole('group', { name: 'Products' }).getByRole('option').first()).toBeVisible();
  await console.expectGood('palette');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Product Catalog' })).toBeFocused();
});

test('the page itself is asked for anew each time, its files are kept for ever', async ({ request }) => {
  const page = await request.get('/');
  expect(page.headers()['cache-control']).toBe('no-cache');
  expect(page.headers()['content-security-policy']).toContain("script-src 'self'");
  const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? [];
  const asset = await request.get(script);
  expect(asset.headers()['cache-control']).toContain('immutable');
});
