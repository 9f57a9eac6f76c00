import type access from '../locales/en/access.json';
import type app from '../locales/en/app.json';
import type attention from '../locales/en/attention.json';
import type orders from '../locales/en/orders.json';
import type services from '../locales/en/services.json';
import type overview from '../locales/en/overview.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      access: typeof access;
      attention: typeof attention;
      orders: typeof orders;
      overview: typeof overview;
      services: typeof services;
    };
  }
}
