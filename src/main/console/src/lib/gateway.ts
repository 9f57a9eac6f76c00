import createFetchClient from 'openapi-fetch';
import createClient from 'openapi-react-query';
import type { components, paths } from './api';
import { exchange } from './http';

/** The gateway's API, typed by what it says of itself (`npm run api`); a refusal is thrown as a `Problem`. */
export const api = createFetchClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: (asked) => exchange(asked),
});

/** The same for components: `gateway.useQuery('get', '/api/v1/orders', …)`; its query keys begin with method and path. */
export const gateway = createClient(api);

export type Schemas = components['schemas'];
