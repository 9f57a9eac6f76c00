import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerAction } from '../../api/send-message';
import type { ListRow, ReplyList } from '../../wire';
import classes from './Phone.module.css';
import { Sheet } from './Sheet';

type ListSheetProps = { list: ReplyList; onSend: (action: CustomerAction) => void; onClose: () => void };

/** The rows of a list message; one is chosen and sent. */
export function ListSheet({ list, onSend, onClose }: ListSheetProps) {
  const { t } = useTranslation('simulator');
  const [chosen, setChosen] = useState<ListRow | null>(null);
  const send = () => {
    if (chosen) onSend({ type: 'list_reply', ...chosen, contextId: list.contextId });
  };
  return (
    <Sheet title={list.title} onClose={onClose}>
      <form
        className={classes.sheetForm}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className={classes.rows}>
          {list.sections.map((section, index) => (
            <fieldset key={`${index}-${section.title}`} className={classes.section}>
              <legend className={section.title === '' ? classes.hidden : undefined}>
                {section.title || list.title}
              </legend>
              {section.rows.map((row, position) => (
                <label key={`${position}-${row.id}`} className={classes.row}>
                  <span>
                    <span className={classes.rowTitle}>{row.title}</span>
                    {row.description && <span className={classes.rowNote}>{row.description}</span>}
                  </span>
                  <input type="radio" name="row" checked={chosen === row} onChange={() => setChosen(row)} />
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <button type="submit" className={classes.primary} disabled={chosen === null}>
          {t('composer.send')}
        </button>
      </form>
    </Sheet>
  );
}
