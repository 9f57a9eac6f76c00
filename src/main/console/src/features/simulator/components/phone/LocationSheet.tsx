import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerAction } from '../../api/send-message';
import classes from './Phone.module.css';
import { Sheet } from './Sheet';

type LocationSheetProps = { onSend: (action: CustomerAction) => void; onClose: () => void };

/** A pin in Nairobi to start from, so that one tap is enough. */
const start = {
  latitude: '-1.2211',
  longitude: '36.8968',
  name: 'Beth House',
  address: 'Kasarani, House 16',
};

export function LocationSheet({ onSend, onClose }: LocationSheetProps) {
  const { t } = useTranslation('simulator');
  const [pin, setPin] = useState(start);
  const latitude = coordinate(pin.latitude, 90);
  const longitude = coordinate(pin.longitude, 180);
  const field = (name: keyof typeof start, optional = false) => (
    <label className={classes.field}>
      {t(`location.${name}`)}
      <input
        value={pin[name]}
        maxLength={optional ? 200 : 20}
        aria-invalid={!optional && (name === 'latitude' ? latitude : longitude) === null}
        onChange={(event) => setPin({ ...pin, [name]: event.target.value })}
      />
    </label>
  );
  const send = () => {
    if (latitude === null || longitude === null) return;
    const name = pin.name.trim() || undefined;
    const address = pin.address.trim() || undefined;
    onSend({ type: 'location', latitude, longitude, name, address });
  };
  return (
    <Sheet title={t('location.title')} onClose={onClose}>
      <form
        className={classes.sheetForm}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className={classes.fields}>
          {field('latitude')}
          {field('longitude')}
          {field('name', true)}
          {field('address', true)}
        </div>
        {(latitude === null || longitude === null) && (
          <p className={classes.fieldError} role="alert">
            {t('location.wrong')}
          </p>
        )}
        <button type="submit" className={classes.primary} disabled={latitude === null || longitude === null}>
          {t('location.send')}
        </button>
      </form>
    </Sheet>
  );
}

function coordinate(text: string, limit: number): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= limit ? value : null;
}
