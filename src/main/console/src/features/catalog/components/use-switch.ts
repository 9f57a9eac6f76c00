import { useTranslation } from 'react-i18next';
import { showFailed, showUndo } from '@/components/undo';
import { useVisibility, type Product } from '../api/catalog';

/** Switches a product on and off for customers, with Undo in the toast. */
export function useSwitch() {
  const { t } = useTranslation('catalog');
  const visibility = useVisibility(showFailed);
  const put = (product: Product, visible: boolean, after?: () => void) =>
    visibility.mutate(
      { params: { path: { externalProductId: product.externalProductId } }, body: { visible } },
      { onSuccess: after },
    );
  return {
    set: (product: Product, visible: boolean) =>
      put(product, visible, () =>
        showUndo(t(visible ? 'shown' : 'hidden', { name: product.name }), t('undo'), () =>
          put(product, !visible),
        ),
      ),
  };
}
