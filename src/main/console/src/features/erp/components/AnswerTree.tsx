import { useTranslation } from 'react-i18next';
import { below } from '../draft';
import { isContainer } from '../raw-json';
import classes from './Erp.module.css';

type AnswerTreeProps = { value: unknown; label: string; onPick: (place: string) => void };

/** As many rows of a list as anybody looks at to map one. */
const mostRows = 20;

/** JSON whose values can be picked; each says where it stands. */
export function AnswerTree({ value, label, onPick }: AnswerTreeProps) {
  return (
    <div className={classes.tree} dir="ltr" role="region" aria-label={label}>
      <Node value={value} place="$" onPick={onPick} />
    </div>
  );
}

function Node({ value, place, onPick }: { value: unknown; place: string; onPick: (place: string) => void }) {
  const { t } = useTranslation('erp');
  if (!isContainer(value)) {
    const text = JSON.stringify(value);
    return (
      <button
        type="button"
        className={classes.value}
        aria-label={t('map.pick', { place, value: typeof value === 'string' ? value : text })}
        onClick={() => onPick(place)}
      >
        {text}
      </button>
    );
  }
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.slice(0, mostRows).map((row, index) => [index, row])
    : Object.entries(value);
  return (
    <>
      {Array.isArray(value) ? '[' : '{'}
      <ul>
        {entries.map(([key, child]) => (
          <li key={key}>
            {key}: <Node value={child} place={below(place, key)} onPick={onPick} />
          </li>
        ))}
      </ul>
      {Array.isArray(value) ? ']' : '}'}
    </>
  );
}
