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
