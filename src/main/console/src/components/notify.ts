import { notifications, type NotificationData } from '@mantine/notifications';
import { i18n } from '@/lib/i18n';

/** Says something in the corner; its button to close has a name. */
export function notify(data: NotificationData): void {
  notifications.show({ closeButtonProps: { 'aria-label': i18n.t('close') }, ...data });
}
