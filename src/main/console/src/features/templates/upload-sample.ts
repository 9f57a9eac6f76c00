import { exchange } from '@/lib/http';

/** Hands Meta an example of a header that is a file, through the gateway; answers what the template calls it. */
export async function uploadSample(file: File, format: string, account: string | undefined): Promise<string> {
  const form = new FormData();
  form.append('file', file);
  const address = new URL('/api/v1/templates/samples', window.location.origin);
  address.searchParams.set('format', format);
  if (account !== undefined) address.searchParams.set('account', account);
  const answer = await exchange(
    new Request(address, { method: 'POST', credentials: 'same-origin', body: form }),
  );
  return ((await answer.json()) as { handle: string }).handle;
}
