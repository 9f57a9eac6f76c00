import { exchange } from './http';
import type { Schemas } from './gateway';

/** Where the console itself shows an uploaded picture. */
export const imagePath = (id: string) => `/media/${encodeURIComponent(id)}`;
/** The same in the size of a line of a list. */
export const thumbnailPath = (id: string) => `${imagePath(id)}/thumbnail`;

const most = 5 * 1024 * 1024;
const takes = ['image/jpeg', 'image/png'];

/** What keeps a picture from WhatsApp, told before it is sent anywhere; the gateway looks at its bytes once more. */
export function imageProblem(file: File): 'type' | 'size' | null {
  if (!takes.includes(file.type)) return 'type';
  return file.size > most ? 'size' : null;
}

export async function uploadImage(file: File): Promise<Schemas['ImageView']> {
  const form = new FormData();
  form.append('file', file);
  const answer = await exchange(
    new Request(new URL('/api/v1/images', window.location.origin), {
      method: 'POST',
      headers: { Accept: 'application/json, application/problem+json' },
      credentials: 'same-origin',
      body: form,
    }),
  );
  return (await answer.json()) as Schemas['ImageView'];
}
