import { defineConfig } from '@playwright/test';

const chromium = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The application is started by whoever runs the specs; see BASE_URL. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // They wait for the gateway as often as it for them.
  workers: 3,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:8080',
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    // What fades in while the page is looked at has no colour yet: a notice of an order of another test.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: chromium },
  },
  // The ERP fails for all customers at once: nobody else may shop meanwhile.
  projects: [
    // The longest one is not to be the last.
    { name: 'templates', testMatch: 'templates.spec.ts' },
    { name: 'shop', testIgnore: ['templates.spec.ts', 'trouble.spec.ts', 'first-order.spec.ts'] },
    { name: 'trouble', testMatch: 'trouble.spec.ts', dependencies: ['templates', 'shop'] },
    // It ends the demonstration: afterwards nobody is let in without a password.
    { name: 'first-order', testMatch: 'first-order.spec.ts', dependencies: ['trouble'] },
  ],
});
