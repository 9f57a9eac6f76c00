import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeGateway } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const streams: EventTarget[] = [];
const notes: number[] = [];

/** As much of WebAudio as two notes need; what sounds is kept. */
class Silence extends EventTarget {
  currentTime = 0;
  destination = {};
  frequency = { value: 0 };
  gain = { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined };
  resume = () => Promise.resolve();
  createOscillator = () => new Silence();
  createGain = () => new Silence();
  connect = (to: unknown) => to;
  start = () => notes.push(this.frequency.value);
  stop = () => this.dispatchEvent(new Event('ended'));
}

beforeEach(() => {
  streams.length = 0;
  notes.length = 0;
  vi.stubGlobal('AudioContext', Silence);
  vi.stubGlobal(
    'EventSource',
    class extends EventSource {
      constructor(url: string) {
        super(url);
        streams.push(this);
      }
    },
  );
});
afterEach(() => localStorage.removeItem('waybill-sound'));

function hear(name: string, data: unknown) {
  streams.forEach((stream) => stream.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) })));
}

// 002-21, 001-32
test('the title says how many chats of mine, or of nobody in my teams, have something new', async () => {
  const gateway = new FakeGateway(0);
  gateway.chats.unread = 2;
  renderApp({ path: '/phone', gateway });
  await waitFor(() => expect(document.title).toBe('(2) Phone – Waybill'));

  gateway.chats.unread = 120;
  hear('message', { contactId: 1 });
  await waitFor(() => expect(document.title).toBe('(99+) Phone – Waybill'), { timeout: 4_000 });
  gateway.chats.unread = 0;
  hear('conversation', { contactId: 1 });
  await waitFor(() => expect(document.title).toBe('Phone – Waybill'), { timeout: 4_000 });
});

test('no sound is made until somebody wants it', async () => {
  const gateway = new FakeGateway(0);
  renderApp({ path: '/chats', gateway });
  const sound = await screen.findByRole<HTMLInputElement>('switch', { name: 'Sound' });
  expect(sound.checked).toBe(false);

  hear('desk', { kind: 'chat', subject: '1', contactId: 1 });
  expect(notes).toEqual([]);
  await userEvent.click(sound);

  await waitFor(() => expect(notes).toHaveLength(2));
  expect(localStorage.getItem('waybill-sound')).toBe('true');
});

// 002-21: the gateway tells only the assignee, or the team
test('what comes to me or to my teams is heard, on any page', async () => {
  localStorage.setItem('waybill-sound', 'true');
  renderApp({ path: '/phone' });
  await screen.findByRole('button', { name: 'hi' });
  await waitFor(() => {
    hear('desk', { kind: 'chat', subject: '1', contactId: 1 });
    expect(notes).toHaveLength(2);
  });
});

test('a customer who goes on in a chat of mine is heard', async () => {
  localStorage.setItem('waybill-sound', 'true');
  const gateway = new FakeGateway(0);
  gateway.chats.unread = 1;
  renderApp({ path: '/phone', gateway });
  await waitFor(() => expect(document.title).toBe('(1) Phone – Waybill'));
  expect(notes).toEqual([]);

  gateway.chats.unread = 2;
  hear('message', { contactId: 1 });

  await waitFor(() => expect(notes).toHaveLength(2));
});
