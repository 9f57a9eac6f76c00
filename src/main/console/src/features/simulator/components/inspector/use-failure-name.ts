import { useTranslation } from 'react-i18next';
import type { DemoErp } from '../../api/demo-erp';

const known = [
  'NONE',
  'REFUSES_CONNECTIONS',
  'ERROR_BEFORE',
  'ERROR_AFTER',
  'TIMEOUT_AFTER',
  'REFUSES_ORDERS',
  'HTML',
  'EMPTY',
] as const;

/** What the demo ERP can get wrong, in words; what this page does not know yet as the gateway calls it. */
export function useFailureName(): (failure: DemoErp['failures'][number]) => string {
  const { t } = useTranslation('simulator');
  return ({ value, label }) => {
    const name = known.find((failure) => failure === value);
    return name ? t(`erp.failures.${name}`) : label;
  };
}
