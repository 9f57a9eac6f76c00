import { i18n } from '@/lib/i18n';
import type { CustomerAction } from './send-message';

const t = i18n.getFixedT(null, 'simulator');

/** What the simulated phone carries; a real one goes up to 100 MB. */
const mostBytes = 10_000_000;

/** Reads a chosen file as what the customer sends. */
export async function readFile(file: File): Promise<CustomerAction> {
  if (file.size > mostBytes) throw new Error(t('phone.fileTooLarge'));
  return {
    type: 'file',
    filename: file.name,
    mime: file.type || 'application/octet-stream',
    base64: await base64Of(file),
  };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(new Error(t('phone.fileUnreadable', { name: file.name })));
    reader.readAsDataURL(file);
  });
}
