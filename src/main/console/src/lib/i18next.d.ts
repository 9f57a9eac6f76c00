import type access from '../locales/en/access.json';
import type app from '../locales/en/app.json';
import type catalog from '../locales/en/catalog.json';
import type delivery from '../locales/en/delivery.json';
import type jobs from '../locales/en/jobs.json';
import type overview from '../locales/en/overview.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      access: typeof access;
      catalog: typeof catalog;
      delivery: typeof delivery;
      jobs: typeof jobs;
      overview: typeof overview;
    };
  }
}
