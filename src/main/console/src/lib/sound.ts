import { useLocalStorage } from '@mantine/hooks';

const key = 'waybill-sound';
const notes = [880, 1174.66];
const noteSeconds = 0.16;
let context: AudioContext | null = null;

/** Whether this browser may make itself heard; off until somebody wants it. */
export function useSound(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key, defaultValue: false, getInitialValueInEffect: false });
  return [on, setOn];
}

export const soundIsOn = () => localStorage.getItem(key) === 'true';

/** Two short notes; of several tabs one plays them. */
export async function chime(): Promise<void> {
  // A browser lets no page be heard that nobody has touched; what it would play then is no news any more.
  if (typeof AudioContext === 'undefined' || navigator.userActivation?.hasBeenActive === false) return;
  if (!navigator.locks) return play();
  await navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock ? play() : undefined));
}

async function play(): Promise<void> {
  context ??= new AudioContext();
  await context.resume();
  await ring(context);
}

function ring(audio: AudioContext): Promise<void> {
  return new Promise((done) => {
    notes.forEach((frequency, index) => {
      const start = audio.currentTime + index * noteSeconds;
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      tone.frequency.value = frequency;
      loudness.gain.setValueAtTime(0.0001, start);
      loudness.gain.exponentialRampToValueAtTime(0.15, start + 0.02);
      loudness.gain.exponentialRampToValueAtTime(0.0001, start + noteSeconds);
      tone.connect(loudness).connect(audio.destination);
      if (index === notes.length - 1) tone.addEventListener('ended', () => done());
      tone.start(start);
      tone.stop(start + noteSeconds);
    });
  });
}
