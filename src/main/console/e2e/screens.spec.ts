import { expect, test } from '@playwright/test';
import { Console } from './console';

const screens = [
  { name: 'overview', path: '/' },
  { name: 'guide', path: '/setup-guide' },
  { name: 'operations', path: '/operations' },
  { name: 'operations-erp', path: '/operations?tab=erp' },
  { name: 'operations-whatsapp', path: '/operations?tab=whatsapp' },
  { name: 'people', path: '/settings/people' },
  { name: 'audit', path: '/settings/audit' },
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

test('in Arabic the console runs from right to left', async ({ page }) => {
  const console = new Console(page);
  await console.open('/');
  await console.language('العربية');
  await console.expectGood('overview-ar');
});
