import type access from '../locales/en/access.json';
import type app from '../locales/en/app.json';
import type attention from '../locales/en/attention.json';
import type audit from '../locales/en/audit.json';
import type catalog from '../locales/en/catalog.json';
import type chats from '../locales/en/chats.json';
import type delivery from '../locales/en/delivery.json';
import type erp from '../locales/en/erp.json';
import type flows from '../locales/en/flows.json';
import type guide from '../locales/en/guide.json';
import type jobs from '../locales/en/jobs.json';
import type notices from '../locales/en/notices.json';
import type operations from '../locales/en/operations.json';
import type orders from '../locales/en/orders.json';
import type overview from '../locales/en/overview.json';
import type people from '../locales/en/people.json';
import type services from '../locales/en/services.json';
import type settings from '../locales/en/settings.json';
import type simulator from '../locales/en/simulator.json';
import type templates from '../locales/en/templates.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      access: typeof access;
      app: typeof app;
      attention: typeof attention;
      audit: typeof audit;
      catalog: typeof catalog;
      chats: typeof chats;
      delivery: typeof delivery;
      erp: typeof erp;
      flows: typeof flows;
      guide: typeof guide;
      jobs: typeof jobs;
      notices: typeof notices;
      operations: typeof operations;
      orders: typeof orders;
      overview: typeof overview;
      people: typeof people;
      services: typeof services;
      settings: typeof settings;
      simulator: typeof simulator;
      templates: typeof templates;
    };
  }
}
