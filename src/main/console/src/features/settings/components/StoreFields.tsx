import { Alert, NumberInput, Radio, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries } from '@/lib/countries';
import { useCurrencies } from '@/lib/currency';
import { useMay } from '@/lib/session';
import { confirmations, ways, zones, type Confirmation, type StoreValues, type Way } from '../store';

type StoreFieldsProps = {
  values: StoreValues;
  onChange: (part: Partial<StoreValues>) => void;
  /** What the gateway says of a field. */
  problem: (pointer: string) => string | undefined;
  takesPayments: boolean;
  holdsStock: boolean;
};

const usualMinutes = 30;

export function StoreFields({ values, onChange, problem, takesPayments, holdsStock }: StoreFieldsProps) {
  const { t } = useTranslation('settings');
  const disabled = !useMay()('SETTINGS_EDIT');
  return (
    <Stack>
      <TextInput
        label={t('store.name')}
        description={t('store.nameText')}
        maxLength={80}
        disabled={disabled}
        value={values.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={problem('/name')}
      />
      <Radio.Group
        label={t('store.way')}
        description={t('store.wayText')}
        value={values.way}
        onChange={(way) => onChange({ way: way as Way })}
        error={problem('/modes')}
      >
        <Stack gap="xs" mt="xs">
          {ways.map((way) => (
            <Radio key={way} value={way} label={t(`store.ways.${way}`)} disabled={disabled} />
          ))}
        </Stack>
      </Radio.Group>
      {values.way !== 'delivery' && (
        <Textarea
          label={t('store.pickupAddress')}
          description={t('store.pickupAddressText')}
          autosize
          maxLength={300}
          disabled={disabled}
          value={values.pickupAddress}
          onChange={(event) => onChange({ pickupAddress: event.currentTarget.value })}
          error={problem('/pickupAddress')}
        />
      )}
      <Place values={values} onChange={onChange} problem={problem} disabled={disabled} />
      <Radio.Group
        label={t('store.confirmed')}
        description={t('store.confirmedText')}
        value={values.confirmed}
        onChange={(confirmed) => onChange({ confirmed: confirmed as Confirmation })}
        error={problem('/confirmed')}
      >
        <Stack gap="xs" mt="xs">
          {confirmations.map((confirmed) => {
            const impossible = confirmed === 'payment' && !takesPayments;
            return (
              <Radio
                key={confirmed}
                value={confirmed}
                label={t(`store.confirmations.${confirmed}.name`)}
                description={impossible ? t('store.noPayments') : t(`store.confirmations.${confirmed}.text`)}
                disabled={disabled || (impossible && values.confirmed !== 'payment')}
              />
            );
          })}
        </Stack>
      </Radio.Group>
      <Reservation
        minutes={values.reserveMinutes}
        onChange={(reserveMinutes) => onChange({ reserveMinutes })}
        problem={problem('/reserveMinutes')}
        holdsStock={holdsStock}
        disabled={disabled}
      />
      <TextInput
        label={t('store.catalogId')}
        description={t('store.catalogIdText')}
        maxLength={64}
        disabled={disabled}
        value={values.catalogId}
        onChange={(event) => onChange({ catalogId: event.currentTarget.value })}
        error={problem('/catalogId')}
      />
      <Currency />
    </Stack>
  );
}

type PlaceProps = Pick<StoreFieldsProps, 'values' | 'onChange' | 'problem'> & { disabled: boolean };

function Place({ values, onChange, problem, disabled }: PlaceProps) {
  const { t, i18n } = useTranslation('settings');
  const known = useMemo(
    () => countries(i18n.language).map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
    [i18n.language],
  );
  return (
    <>
      <Select
        label={t('store.country')}
        description={t('store.countryText')}
        placeholder={t('store.noCountry')}
        data={known}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('store.clearCountry') }}
        limit={50}
        nothingFoundMessage={t('store.notFound')}
        disabled={disabled}
        value={values.country === '' ? null : values.country}
        onChange={(country) => onChange({ country: country ?? '' })}
        error={problem('/country')}
      />
      <Select
        label={t('store.zone')}
        description={t('store.zoneText')}
        data={zones(values.zone)}
        searchable
        limit={50}
        allowDeselect={false}
        nothingFoundMessage={t('store.notFound')}
        disabled={disabled}
        value={values.zone}
        onChange={(zone) => onChange({ zone: zone ?? values.zone })}
        error={problem('/zone')}
      />
    </>
  );
}

type ReservationProps = {
  minutes: number | string;
  onChange: (minutes: number | string) => void;
  problem: string | undefined;
  holdsStock: boolean;
  disabled: boolean;
};

/** The rule that is chosen stands there in words. */
function Reservation({ minutes, onChange, problem, holdsStock, disabled }: ReservationProps) {
  const { t } = useTranslation('settings');
  const held = minutes !== '';
  return (
    <Stack gap="xs">
      <Switch
        label={t('store.reserve')}
        checked={held}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked ? usualMinutes : '')}
      />
      {held && (
        <NumberInput
          label={t('store.reserveMinutes')}
          w={220}
          min={1}
          max={10_080}
          clampBehavior="blur"
          allowDecimal={false}
          disabled={disabled}
          value={minutes}
          onChange={(next) => onChange(next === '' ? 1 : next)}
          error={problem}
        />
      )}
      <Text size="sm" c="dimmed">
        {held && holdsStock ? t('store.held', { minutes }) : t('store.lookedAt')}
      </Text>
      {held && !holdsStock && (
        <Alert variant="outline" color="yellow" py="xs" icon={<TriangleAlert aria-hidden />} role="status">
          {t('store.cannotHold')}
        </Alert>
      )}
    </Stack>
  );
}

/** Amounts are in what the ERP says; there is nothing to choose. */
function Currency() {
  const { t } = useTranslation('settings');
  const mayRead = useMay()('CATALOG_READ');
  return mayRead ? (
    <div>
      <Text size="sm" fw={500}>
        {t('store.currency')}
      </Text>
      <CurrencyOfErp />
    </div>
  ) : null;
}

function CurrencyOfErp() {
  const { t } = useTranslation('settings');
  const known = useCurrencies();
  if (known === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('store.currencyUnknown')}
      </Text>
    );
  return known.length === 1 ? (
    <Text size="sm">{t('store.currencyOfErp', { currency: known[0] })}</Text>
  ) : (
    <Alert variant="outline" color="yellow" py="xs" icon={<TriangleAlert aria-hidden />} role="status">
      {known.length === 0 ? t('store.noCurrency') : t('store.currencies', { currencies: known.join(', ') })}
    </Alert>
  );
}
