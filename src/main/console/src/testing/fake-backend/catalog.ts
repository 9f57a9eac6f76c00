import type { Schemas } from '@/lib/gateway';
import type { FakeAnswer } from './gateway.ts';

type Product = Schemas['ProductView'];
type Band = Schemas['BandView'];

const ok = (body: unknown): FakeAnswer => ({ status: 200, body });
const problem = (status: number, detail: string): FakeAnswer => ({
  status,
  body: { status, title: 'Refused', detail },
});

const product = (id: string, name: string, price: string | null): Product => ({
  externalProductId: id,
  name,
  description: '',
  sku: '',
  price: price === null ? undefined : Number(price),
  priceText: price ?? undefined,
  currency: price === null ? undefined : 'KES',
  stock: undefined,
  kind: 'goods',
  durationMinutes: undefined,
  active: true,
  visible: price !== null,
  problem: price === null ? 'No ERP base price available' : undefined,
  images: [],
  flow: undefined,
  row: { title: name.slice(0, 24), description: price === null ? undefined : `KES ${price}` },
  warnings: [],
});

/** Products and the delivery table, as the console asks for them. */
export class FakeCatalog {
  products = [
    product('P-1', 'Rice 25 kg', '3200.00'),
    product('P-2', 'Maize 2 kg', '150.00'),
    product('P-3', 'Beans', null),
  ];
  asOf: string | undefined = undefined;
  /** What the next change of visibility is refused with. */
  refusal: string | null = null;
  bands: Band[] = [
    { min: 1, max: 4, charge: '150' },
    { min: 5, charge: '0' },
  ];
  gaps: 'refuse' | 'no_charge' = 'refuse';
  tableVersion = 1;

  answer(method: string, path: string, body: unknown): FakeAnswer | null {
    if (path === '/api/catalog/products') return ok(this.view());
    const [, id] = /^\/api\/catalog\/products\/([^/]+)\/visibility$/.exec(path) ?? [];
    if (id && method === 'PUT') return this.switched(id, body as { visible: boolean });
    if (path === '/api/v1/images') return ok([]);
    return path.startsWith('/api/delivery-charges') ? this.delivery(method, path, body) : null;
  }

  private view(): Schemas['ProductsView'] {
    return {
      products: this.products,
      asOf: this.asOf,
      readAt: new Date().toISOString(),
      pages: 1,
      enabled: this.products.filter(({ visible }) => visible).length,
      gone: [],
      flows: [{ id: 'order', title: 'Order' }],
    };
  }

  private switched(id: string, { visible }: { visible: boolean }): FakeAnswer {
    if (this.refusal) return problem(422, this.refusal);
    this.products = this.products.map((one) => (one.externalProductId === id ? { ...one, visible } : one));
    return { status: 204 };
  }

  private delivery(method: string, path: string, body: unknown): FakeAnswer {
    if (path.endsWith('/changes')) return ok([]);
    if (path.endsWith('/gaps')) this.gaps = (body as { policy: FakeCatalog['gaps'] }).policy;
    else if (method === 'PUT') {
      const wanted = body as { version: number; bands: Band[] };
      if (wanted.version !== this.tableVersion)
        return problem(409, 'Somebody else has changed the delivery table meanwhile.');
      this.bands = [...wanted.bands].sort((a, b) => a.min - b.min);
      this.tableVersion++;
    }
    return ok({
      bands: this.bands,
      edited: true,
      gaps: this.gaps,
      warnings: [],
      version: this.tableVersion,
    });
  }
}
