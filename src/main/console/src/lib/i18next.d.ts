import type access from '../locales/en/access.json';
import type app from '../locales/en/app.json';
import type audit from '../locales/en/audit.json';
import type overview from '../locales/en/overview.json';
import type people from '../locales/en/people.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      app: typeof app;
      access: typeof access;
      audit: typeof audit;
      overview: typeof overview;
      people: typeof people;
    };
  }
}
