import { useTranslation } from 'react-i18next';
import type { Input, Moment } from '../../api/simulation';
import { objectOf } from '../../model/flow';
import classes from './Phone.module.css';

type Translate = ReturnType<typeof useTranslation<'flows'>>['t'];

/** What was put in: words of the customer, or something that happens around them. */
export function Said({ input }: { input: Input }) {
  const { t } = useTranslation('flows');
  const [kind = '', value] = Object.entries(input)[0] ?? [];
  if (kind === 'say' || kind === 'tap') {
    return (
      <p className={classes.theirs} dir="auto">
        {String(value)}
      </p>
    );
  }
  if (kind === 'location') return <p className={classes.theirs}>📍 {String(objectOf(value).name ?? '')}</p>;
  if (kind === 'share') return <p className={classes.theirs}>👤 {t('phone.share')}</p>;
  if (kind === 'file') return <p className={classes.theirs}>📎 {String(objectOf(value).filename ?? '')}</p>;
  if (kind === 'cart') return <p className={classes.theirs}>🛒 {JSON.stringify(value)}</p>;
  if (kind === 'wait')
    return <p className={classes.happened}>{t('simulator.waited', { time: String(value) })}</p>;
  return <p className={classes.happened}>{around(kind, value, t)}</p>;
}

/** What happens around the customer. */
function around(kind: string, value: unknown, t: Translate): string {
  const { operation, ending, answer, product, price } = objectOf(value);
  switch (kind) {
    case 'mend':
      return t('simulator.mended');
    case 'erp':
      return answer
        ? t('simulator.answers', { operation: String(operation), answer: JSON.stringify(answer) })
        : t('simulator.failing', { operation: String(operation), ending: String(ending) });
    case 'price':
      return typeof price === 'number'
        ? t('simulator.priced', { product: String(product), price })
        : t('simulator.priceless', { product: String(product) });
    case 'stock':
      return t('simulator.stock', { product: String(product), left: Number(objectOf(value).left) });
    case 'hide':
      return t('simulator.hidden', { product: String(value) });
    case 'payment':
      return t('simulator.payment', { status: String(value) });
    case 'order':
      return t('simulator.orderTap', { choice: String(value) });
    case 'feedback':
      return t('simulator.feedback', { choice: String(value) });
    default:
      return JSON.stringify(value);
  }
}

/** What the input led to beside messages. */
export function Happened({ moment }: { moment: Moment }) {
  const { t } = useTranslation('flows');
  return (
    <>
      {moment.calls.map((call, index) => (
        <details key={index} className={classes.happened}>
          <summary>
            {call.operation}: {call.outcome}
          </summary>
          <pre dir="ltr">{JSON.stringify(call.request, null, 2)}</pre>
        </details>
      ))}
      {moment.hand_over && (
        <p className={classes.happened}>{t('simulator.handOver', { why: moment.hand_over })}</p>
      )}
      {moment.incidents.map((incident) => (
        <p key={incident} className={classes.happened}>
          {t('simulator.incident', { what: incident })}
        </p>
      ))}
      {moment.unmatched.map((words) => (
        <p key={words} className={classes.happened}>
          {t('simulator.unmatched', { words })}
        </p>
      ))}
    </>
  );
}
