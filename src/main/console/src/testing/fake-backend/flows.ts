import { FakeGateway, ok, problem } from './gateway.ts';

const at = '2026-07-02T10:00:00Z';

/** Short, and another for another text. */
export const hashOf = (words: string): string => {
  let hash = 7;
  for (const letter of words) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(16).padStart(16, '0');
};

/** A gateway with one flow, its versions and its draft. */
export class FakeFlow {
  readonly gateway = new FakeGateway(0);
  readonly id: string;
  versions: { version: number; text: string; message: string }[];
  draft: string | null = null;
  findings: unknown[] = [];
  sessions = 3;
  /** Drafts cannot be saved. */
  failing = false;
  /** How often somebody tried to. */
  saves = 0;
  linted = 0;
  previews: { text: string; step: string; language: string }[] = [];
  played: { text: string; case: { steps: object[]; sample?: object } }[] = [];

  /** @param published null: nobody has made it yet */
  constructor(id: string, published: string | null) {
    this.id = id;
    this.versions = published === null ? [] : [{ version: 1, text: published, message: 'First' }];
    const path = `/api/v1/flows/${id}`;
    this.gateway
      .on('GET', '/api/v1/flows', () =>
        ok({ flows: this.versions.length === 0 && this.draft === null ? [] : [this.view()] }),
      )
      .on('GET', '/api/v1/flow-problems', () => ok({ flows: [{ flow: id, errors: 0, warnings: 2 }] }))
      .on('GET', '/api/v1/flow-contract', () =>
        ok({
          operations: [
            {
              name: 'LIST_PRODUCTS',
              available: true,
              writes: false,
              request: [{ name: 'active_only', type: 'true or false', required: false }],
              answer: ['items', 'as_of'],
              row: ['id', 'name', 'price'],
            },
          ],
        }),
      )
      .on('GET', path, () =>
        ok({ flow: this.view(), versions: this.versions.map(versionView).toReversed(), live: this.live() }),
      )
      .on('GET', `${path}/revisions/draft`, () =>
        this.draft === null ? problem(404, 'Not found', 'No draft.') : this.kept(this.draft),
      )
      .on('GET', `${path}/revisions/published`, () =>
        this.versions.length === 0
          ? problem(404, 'Not found', 'Not published.')
          : this.kept(this.published()),
      )
      .on('GET', `${path}/compare`, () =>
        ok({
          from: 'a',
          to: 'b',
          meaning: {
            keys: [],
            added: [],
            removed: [],
            changed: [{ id: 'ask', keys: ['say'] }],
            reordered: false,
            texts: [],
          },
        }),
      )
      .on('PUT', `${path}/draft`, ({ text = '', headers }) => {
        this.saves++;
        if (this.failing) return problem(503, 'Unavailable', 'The database does not answer.');
        const now = hashOf(this.draft ?? this.published());
        if (headers?.['if-match'] !== `"${now}"`)
          return {
            status: 412,
            body: { status: 412, title: 'Precondition Failed', detail: 'ben saved.', current: now },
          };
        this.draft = text;
        return ok({ flow: id, revision: hashOf(this.draft) });
      })
      .on('POST', '/api/v1/flows', ({ text = '' }) => {
        this.draft = text;
        return { status: 201, body: { flow: id, revision: hashOf(this.draft) } };
      })
      .on('POST', '/api/v1/flows/lint', ({ text = '' }) => {
        this.linted++;
        return ok({ revision: hashOf(text), findings: this.findings });
      })
      .on('POST', '/api/v1/flows/simulate/step', ({ body }) =>
        this.preview(body as FakeFlow['previews'][number]),
      )
      .on('POST', '/api/v1/flows/simulate', ({ body }) => this.play(body as FakeFlow['played'][number]))
      .on('GET', '/api/v1/flow-sample', () => ok({ sample: { products: [{ id: 'P1' }], jobs: [] } }))
      .on('POST', `${path}/publish`, ({ body }) => this.publish(this.draft ?? '', body))
      .on('POST', `${path}/rollback`, ({ body }) => {
        const { revision } = body as { revision: string };
        return this.publish(this.versions.find((kept) => hashOf(kept.text) === revision)?.text ?? '', body);
      });
    for (const { text: kept } of this.versions)
      this.gateway.on('GET', `${path}/revisions/${hashOf(kept)}`, () => this.kept(kept));
  }

  published = (): string => this.versions.at(-1)?.text ?? '';

  private publish(published: string, body: unknown) {
    const { message } = body as { message: string };
    this.versions.push({ version: this.versions.length + 1, text: published, message });
    if (published === this.draft) this.draft = null;
    const view = versionView(this.versions.at(-1)!);
    return ok({ published: view, findings: [], older: { sessions: this.sessions, revisions: this.live() } });
  }

  private kept = (kept: string) => ({ status: 200, text: kept, headers: { ETag: `"${hashOf(kept)}"` } });

  private live = () => [
    {
      revision: hashOf(this.published()),
      sessions: this.sessions,
      steps: [{ step: 'ask', sessions: this.sessions }],
    },
  ];

  private view() {
    return {
      id: this.id,
      title: 'Say hello',
      languages: ['en', 'fr'],
      published: this.versions.at(-1) && versionView(this.versions.at(-1)!),
      draft: this.draft === null ? undefined : { revision: hashOf(this.draft), author: 'ada', savedAt: at },
      sessions: this.sessions,
      olderSessions: 1,
    };
  }

  private preview(asked: FakeFlow['previews'][number]) {
    this.previews.push(asked);
    const flow = JSON.parse(asked.text) as { steps: { id: string; say?: string }[] };
    const said = flow.steps.find(({ id }) => id === asked.step)?.say ?? '';
    const payload = { messaging_product: 'whatsapp', type: 'text', text: { body: said } };
    const message = { form: 'text', text: said, options: [], payload };
    return ok({
      step: asked.step,
      reached: true,
      conversation: { description: 'Preview', steps: [{ say: 'hello' }] },
      at: 0,
      simulation: {
        flow: this.id,
        revision: hashOf(asked.text),
        steps: [moment({ say: 'hello' }, [message])],
      },
    });
  }

  /** Asks at the first input, and has nothing to say to the others. */
  private play(asked: FakeFlow['played'][number]) {
    this.played.push(asked);
    const options = [{ id: 'tea', title: 'Tea' }];
    const question = { form: 'buttons', text: 'Tea or coffee?', options, payload: {} };
    return ok({
      flow: this.id,
      revision: hashOf(asked.text),
      steps: asked.case.steps.map((input, index) => moment(input, index === 0 ? [question] : [])),
    });
  }
}

const moment = (input: object, messages: object[]) => ({
  input,
  now: at,
  messages,
  calls: [],
  incidents: [],
  results: [],
  unmatched: [],
  session: { place: null, waiting: {}, variables: {}, cart: {}, language: null },
});

const versionView = ({ version, text: kept, message }: FakeFlow['versions'][number]) => ({
  version,
  revision: hashOf(kept),
  source: 'person',
  author: 'ada',
  message,
  publishedAt: at,
});
