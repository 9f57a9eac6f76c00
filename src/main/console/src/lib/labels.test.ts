import { expect, test } from 'vitest';

const files = import.meta.glob<object>('../locales/en/*.json', { eager: true, import: 'default' });
const texts = Object.fromEntries(
  Object.entries(files).map(([file, text]) => [file.replace(/.*\/(\w+)\.json$/, '$1'), text]),
);

const at = (place: string) =>
  place.split(/[.:]/).reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], texts);

/** Words that stand on the screens exactly so: features 004-01 to 004-39. That a screen shows them, the tests of the screens say. */
const labels = {
  'chats:info.products': 'Enabled Products',
  'overview:enabled.title': 'Enabled Products',
  'chats:none.title': 'Select a chat',
  'chats:none.text': 'Choose a conversation from the left panel.',
  'delivery:minQty': 'Min Qty',
  'delivery:maxQty': 'Max Qty',
  'delivery:charge': 'Charge',
  'delivery:action': 'Action',
  'erp:title': 'ERP Connection',
  'erp:subtitle': 'Single profile. JSON APIs only. No field mapping needed.',
  'erp:endpoints.title': 'Endpoint Setup',
  'erp:endpoints.subtitle':
    'Configure Sales and HR endpoints separately. Core 5 Sales endpoints are required.',
  'erp:endpoints.salesEndpoints': 'Sales Endpoints',
  'erp:endpoints.hrEndpoints': 'HR Endpoints',
  'erp:endpoints.common': 'Common/Auth',
  'erp:endpoints.operation': 'Operation',
  'erp:endpoints.method': 'Method',
  'erp:endpoints.path': 'Path',
  'erp:endpoints.sends': 'Middleware sends',
  'erp:endpoints.returns': 'ERP should return',
  'erp:endpoints.required': '(Required)',
  'erp:endpoints.optional': '(Optional)',
  'catalog:title': 'Product Catalog',
  'catalog:subtitle': 'WhatsApp product and flow operations',
  'catalog:configuration': 'Configuration',
  'catalog:select.title': 'Select Product',
  'catalog:select.text': 'Choose a product from the left panel',
  'catalog:noPrice': 'No ERP base price available',
  'catalog:visibility.label': 'Public Visibility',
  'catalog:visibility.help': 'When disabled, this product will not appear in the WhatsApp menu.',
  'catalog:images.upload': 'Image Upload + Attach',
  'catalog:images.attached': 'Attached Images',
  'catalog:assignedFlows': 'Assigned Flows',
  'app:uploaded.title': 'Uploaded Images',
  'app:uploaded.id': 'ID',
  'app:uploaded.url': 'URL',
  'orders:title': 'Sales Orders',
  'jobs:title': 'Job Positions',
  'jobs:subtitle': 'HR roles synced from ERP and ready for application flow mapping.',
  'jobs:configuration': 'Configuration',
  'jobs:select.title': 'Select Job Position',
  'jobs:select.text': 'Choose a position from the left panel',
  'jobs:visibility.label': 'Public Visibility',
  'jobs:visibility.help': 'When disabled, this job will not appear in WhatsApp HR menu.',
  'flows:title': 'Bot Flows',
  'flows:subtitle': 'Design WhatsApp conversation flows using step cards and live JSON sync.',
  'flows:builder.step': 'Visual Flow Builder',
  'flows:builder.stepText': 'Configure each step with validations, mapping rules, and options.',
  'flows:preview.title': 'WhatsApp Preview',
  'flows:preview.text': 'Live simulation of how each flow step appears to the customer.',
  'templates:create': 'Create Meta Template',
  'templates:columns.name': 'Name',
  'templates:columns.status': 'Status',
  'templates:columns.category': 'Category',
  'templates:columns.language': 'Language',
};

test.each(Object.entries(labels))('%s says "%s"', (place, label) => {
  expect(at(place)).toBe(label);
});

// 004-24: there are orders where there was a note that they would come
test('nothing is put off to a later phase', () => {
  expect(JSON.stringify(texts)).not.toMatch(/later phase|will be added/i);
});
