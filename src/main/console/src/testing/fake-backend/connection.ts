import type { Schemas } from '@/lib/gateway';
import { ok, type FakeAnswer, type FakeGateway } from './gateway.ts';

type Connection = Schemas['ConnectionView'];
type Endpoint = Connection['operations'][number];
type Change = Schemas['ConnectionChange'];

const row = (
  operation: Endpoint['operation'],
  group: Endpoint['group'],
  required: boolean,
  sends: string,
  returns: string,
): Endpoint => ({
  operation,
  group,
  required,
  writes: !/^(LIST|GET)_|AUTH/.test(operation),
  sends,
  returns,
  mode: 'NONE',
  method: '',
  path: '',
  asked: '',
  reads: {},
  fields: ['unit_price', 'currency'],
  sample: {},
});

const rows = (): Endpoint[] => [
  row(
    'LIST_PRODUCTS',
    'SALES',
    true,
    'active_only, page, limit',
    'items[] id, name, price, currency, active',
  ),
  row('GET_PRICE', 'SALES', true, 'external_product_id, qty', 'unit_price, currency'),
  row('UPSERT_CUSTOMER', 'SALES', true, 'phone, name', 'external_customer_id'),
  row(
    'CREATE_ORDER',
    'SALES',
    true,
    'external_customer_id, items[], order_note, totals',
    'external_order_id, order_number, status',
  ),
  row('CONFIRM_ORDER', 'SALES', true, 'external_order_id, payment_info', 'status'),
  row('SET_ADDRESS', 'SALES', false, 'external_order_id, address fields', 'status'),
  row('GET_ORDER_STATUS', 'SALES', false, 'external_order_id', 'status, order_number'),
  row('LIST_JOBS', 'HR', false, 'active_only, page, limit', 'items[] id, name, active, department_name'),
  row('CREATE_APPLICANT', 'HR', false, 'name, email, role, phone, resume_*', 'external_applicant_id, status'),
  row('AUTH', 'COMMON', false, 'Only if ERP needs a token / token check', 'access_token optional'),
];

/** The connection to the ERP, as the console sees it: begins with nothing saved, and knows no ERP. */
export class FakeConnection {
  view: Connection = {
    version: 0,
    source: 'DEMO',
    profile: { name: 'demo', title: 'Demo', text: 'title: Demo\n', notes: [], idempotency: 'keyed' },
    baseUrl: 'http://127.0.0.1:8080/demo-erp',
    inside: false,
    canKeepSecrets: true,
    constants: [],
    secrets: [{ name: 'access-token', set: false, needed: false }],
    operations: rows(),
    others: [],
    live: { state: 'LIVE', source: 'DEMO', profile: 'Demo', sentence: '' },
    missing: [],
    notices: [],
  };
  readonly saved: Change[] = [];
  /** Said once instead of saving. */
  conflict: FakeAnswer | null = null;
  tested: Schemas['ErpTestView'] = {
    verdict: 'ok',
    sentence: '',
    steps: [],
    fields: [],
    findings: [],
  };
  readonly tests: { operation: string; body: unknown }[] = [];

  behind(gateway: FakeGateway): FakeGateway {
    gateway.on('GET', '/api/erp/connection', () => ok(this.view));
    gateway.on('GET', '/api/erp/connection/profiles', () =>
      ok([{ name: 'erpnext', title: 'ERPNext', notes: [] }]),
    );
    gateway.on('PUT', '/api/erp/connection', ({ body }) => this.save(body as Change));
    gateway.on('PUT', '/api/erp/connection/live', ({ body }) =>
      this.live((body as { wanted: string }).wanted),
    );
    for (const { operation } of this.view.operations)
      gateway.on('POST', `/api/erp/connection/operations/${operation}/test`, ({ body }) => {
        this.tests.push({ operation, body });
        return ok(this.tested);
      });
    return gateway;
  }

  private save(change: Change): FakeAnswer {
    const { conflict } = this;
    this.conflict = null;
    if (conflict) return conflict;
    this.saved.push(change);
    const wanted = new Map(change.endpoints?.map((endpoint) => [endpoint.operation, endpoint]));
    const operations = this.view.operations.map((one) => {
      const { method = one.method, path = one.path } = wanted.get(one.operation) ?? {};
      const mode =
        path === '' ? ('NONE' as const) : one.mode === 'MAPPED' ? one.mode : ('CANONICAL' as const);
      return { ...one, method, path, mode };
    });
    this.view = {
      ...this.view,
      version: this.view.version + 1,
      source: 'CONSOLE',
      baseUrl: change.baseUrl ?? this.view.baseUrl,
      operations,
      secrets: this.view.secrets.map((secret) =>
        change.secrets?.[secret.name] ? { ...secret, set: true, setAt: new Date().toISOString() } : secret,
      ),
      missing: operations
        .filter(({ required, mode }) => required && mode === 'NONE')
        .map(({ operation }) => ({ operation, why: 'NOT_SET', sentence: '' })),
    };
    return ok(this.view);
  }

  private live(wanted: string): FakeAnswer {
    const live = this.view.live;
    if (wanted === 'PAUSE')
      this.view.live = { ...live, state: 'PAUSED', sentence: 'demo has paused the ERP.' };
    if (wanted === 'RESUME') this.view.live = { ...live, state: 'LIVE', sentence: '' };
    if (wanted === 'CONSOLE')
      this.view.live = { ...live, state: 'LIVE', source: 'CONSOLE', version: this.view.version };
    return ok(this.view);
  }
}
