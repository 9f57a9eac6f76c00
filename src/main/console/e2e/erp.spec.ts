import { expect, test } from '@playwright/test';
import { Console } from './console';

const paths: Record<string, string> = {
  LIST_PRODUCTS: '/api/products',
  GET_PRICE: '/api/price',
  UPSERT_CUSTOMER: '/api/customers',
  CREATE_ORDER: '/api/orders',
  CONFIRM_ORDER: '/api/orders/{external_order_id}/confirm',
};

// There is one connection, and both work on it.
test.describe.configure({ mode: 'serial' });

/** A shop that has its prices under another name, as the integrator thinks. */
const mapped = `title: Other words
operations:
  LIST_PRODUCTS: { method: GET, path: /api/products }
  GET_PRICE:
    method: GET
    path: /api/price
    query: { external_product_id: "= in.external_product_id", qty: "= in.qty" }
    # What they call it.
    answer: { unit_price: $.amount, currency: $.currency }
`;

test('an integrator connects the ERP from an empty profile to a green check', async ({ page, baseURL }) => {
  const console = new Console(page);
  await console.open('/erp');
  await expect(page.getByText('Single profile. JSON APIs only. No field mapping needed.')).toBeVisible();

  await page.getByRole('combobox', { name: 'Start from' }).click();
  await page.getByRole('option', { name: 'Empty profile' }).click();
  await page.getByRole('textbox', { name: 'Base URL' }).fill(`${baseURL}/demo-erp`);
  await page.getByRole('checkbox', { name: 'The ERP is inside our own network' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('CONFIRM_ORDER: not set')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go live' })).toBeDisabled();

  for (const [operation, path] of Object.entries(paths))
    await page.getByRole('textbox', { name: `Path of ${operation}` }).fill(path);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('GET_PRICE: not tested as it is set up now')).toBeVisible();

  await page.getByRole('button', { name: 'Test LIST_PRODUCTS' }).click();
  await page.getByRole('button', { name: 'Dry: show the request' }).click();
  await expect(page.getByText('Nothing was sent.')).toBeVisible();
  await page.getByRole('button', { name: 'Real: send it' }).click();
  await expect(page.getByText('The answer keeps the contract.')).toBeVisible();
  await console.expectGood('erp-sales');
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await page.getByRole('checkbox', { name: 'Make a test order too' }).check();
  await page.getByRole('button', { name: 'Check the contract' }).click();
  await expect(
    page.getByRole('region', { name: 'Report of the contract check' }).getByText('OK').first(),
  ).toBeVisible();
  await expect(page.getByText('5 of 5 required ready')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go live' })).toBeEnabled();

  await page.getByRole('tab', { name: 'HR' }).click();
  await expect(page.getByRole('table', { name: 'HR Endpoints' })).toBeVisible();
  await console.expectGood('erp-hr');
});

test('a click on a value of the answer maps a field that is missing', async ({ page, baseURL }) => {
  const console = new Console(page);
  await console.open('/erp');
  await page.getByRole('textbox', { name: 'Base URL' }).fill(`${baseURL}/demo-erp`);
  await page.getByRole('checkbox', { name: 'The ERP is inside our own network' }).check();
  await page.getByText('Show the text').click();
  await page.getByRole('textbox', { name: 'Profile as text' }).fill(mapped);
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByRole('button', { name: 'Test LIST_PRODUCTS' }).click();
  await page.getByRole('button', { name: 'Real: send it' }).click();
  await expect(page.getByText('The answer keeps the contract.')).toBeVisible();
  await page.getByRole('button', { name: 'Test GET_PRICE' }).click();
  await page.getByRole('button', { name: 'Real: send it' }).click();
  await expect(page.getByText('It did not go well')).toBeVisible();
  await page.getByRole('button', { name: /at \$\.unit_price$/ }).click();
  await console.expectGood('erp-map');
  await page.getByRole('combobox', { name: 'It is the field' }).click();
  await page.getByRole('option', { name: 'unit_price' }).click();
  await expect(page.getByText('Mapped and saved. Test again.')).toBeVisible();
  await page.getByRole('button', { name: 'Real: send it' }).click();
  await expect(page.getByText('The answer keeps the contract.')).toBeVisible();
});
