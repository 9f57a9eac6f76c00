import { Problem } from '@/lib/http';
import { readText, saveDraft, type KeptText } from '../api/flows';
import type { FlowDocument } from './document';

const autosaveMillis = 1_500;
const backupMillis = 250;
const retryMillis = 10_000;

export type Keeping = {
  state: 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
  /** What the gateway has, as far as is known here. */
  revision: string;
  error: Error | null;
  /** What somebody else made of it meanwhile. */
  theirs: KeptText | null;
};

type Backup = { text: string; replaces: string };

/**
 * Keeps a document as the draft of its flow. What is not saved yet also stands on this device, so that neither a closed tab nor a
 * session that ends loses it; what somebody else saved is never overwritten unseen.
 */
export class Keeper {
  private readonly flow: string;
  private readonly document: FlowDocument;
  private readonly listeners = new Set<() => void>();
  private seen: Keeping;
  private saved: string;
  private backupTimer: ReturnType<typeof setTimeout> | undefined;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(flow: string, document: FlowDocument, kept: KeptText) {
    this.flow = flow;
    this.document = document;
    this.saved = kept.text;
    this.seen = { state: 'saved', revision: kept.revision, error: null, theirs: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Keeping => this.seen;

  /** Watches the document until the function it returns is called. */
  start(): () => void {
    this.stopped = false;
    const stop = this.document.subscribe(() => this.changed());
    const leave = () => this.backUp();
    window.addEventListener('pagehide', leave);
    this.restore();
    return () => {
      stop();
      window.removeEventListener('pagehide', leave);
      this.backUp();
      this.stopped = true;
      clearTimeout(this.backupTimer);
      clearTimeout(this.saveTimer);
      if (this.isChanged() && this.seen.state !== 'conflict') void this.save();
    };
  }

  /** Saves what there is; done when it is saved, in conflict, or has failed. */
  async save(): Promise<void> {
    clearTimeout(this.saveTimer);
    while (this.running) await this.running;
    if (!this.isChanged() || this.seen.state === 'conflict') return;
    this.running = this.put().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** Goes on with this text over what somebody else saved, which was seen. */
  async keepMine(text: string): Promise<void> {
    const { theirs } = this.seen;
    if (!theirs) return;
    this.saved = theirs.text;
    this.tell({ state: 'unsaved', revision: theirs.revision, theirs: null });
    this.document.replace(text);
    await this.save();
  }

  /** Takes what somebody else saved; a step back in the history brings mine back. */
  takeTheirs(theirs: KeptText): void {
    this.saved = theirs.text;
    this.tell({ state: 'saved', revision: theirs.revision, theirs: null, error: null });
    this.document.replace(theirs.text);
    this.forget();
  }

  /** Looks at what is there now that somebody else has changed it. */
  async lookAgain(): Promise<void> {
    if (this.running || this.seen.state !== 'saved') return;
    const now = await this.current();
    if (this.seen.state === 'saved' && now.revision !== this.seen.revision) this.takeTheirs(now);
  }

  private changed(): void {
    if (!this.isChanged()) {
      this.tell({ state: 'saved', error: null });
      return this.forget();
    }
    if (this.seen.state !== 'conflict' && this.seen.state !== 'saving') this.tell({ state: 'unsaved' });
    clearTimeout(this.backupTimer);
    this.backupTimer = setTimeout(() => this.backUp(), backupMillis);
    this.saveLater(autosaveMillis);
  }

  private saveLater(millis: number): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = setTimeout(() => void this.save(), millis);
  }

  private async put(): Promise<void> {
    const text = this.document.bytes();
    this.tell({ state: 'saving' });
    try {
      const revision = await saveDraft(this.flow, text, this.seen.revision || null);
      this.saved = text;
      this.tell({ state: this.isChanged() ? 'unsaved' : 'saved', revision, error: null });
      if (this.isChanged()) this.saveLater(autosaveMillis);
      else this.forget();
    } catch (error) {
      if (error instanceof Problem && error.status === 412) await this.conflict();
      else this.failed(error as Error);
    }
  }

  private async conflict(): Promise<void> {
    try {
      const theirs = await this.current();
      if (theirs.text === this.document.bytes()) this.takeTheirs(theirs);
      else this.tell({ state: 'conflict', theirs });
    } catch (error) {
      this.failed(error as Error);
    }
  }

  private failed(error: Error): void {
    this.tell({ state: 'failed', error });
    // What stands on this device then is the matter of whoever opens the flow next.
    if (this.stopped) return;
    this.backUp();
    this.saveLater(retryMillis);
  }

  private current = async (): Promise<KeptText> => currentText(this.flow);

  private isChanged = (): boolean => this.document.bytes() !== this.saved;

  // On this device

  private get key(): string {
    return `waybill-flow-draft:${this.flow}`;
  }

  private backUp(): void {
    if (!this.isChanged()) return;
    const backup: Backup = { text: this.document.bytes(), replaces: this.seen.revision };
    try {
      localStorage.setItem(this.key, JSON.stringify(backup));
    } catch {
      // The device is full; the gateway still gets the draft.
    }
  }

  private forget(): void {
    clearTimeout(this.backupTimer);
    if (this.stopped && readBackup(localStorage.getItem(this.key))?.text !== this.saved) return;
    localStorage.removeItem(this.key);
  }

  private restore(): void {
    const backup = readBackup(localStorage.getItem(this.key));
    if (!backup || backup.text === this.saved) return this.forget();
    const kept = { text: this.saved, revision: this.seen.revision };
    this.document.replace(backup.text);
    if (backup.replaces !== kept.revision) this.tell({ state: 'conflict', theirs: kept });
  }

  private tell(change: Partial<Keeping>): void {
    this.seen = { ...this.seen, ...change };
    this.listeners.forEach((listener) => listener());
  }
}

/** The draft of a flow, or without one what customers get. */
export async function currentText(flow: string): Promise<KeptText> {
  try {
    return await readText(flow, 'draft');
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 404) throw error;
    return readText(flow, 'published');
  }
}

function readBackup(text: string | null): Backup | null {
  try {
    const { text: kept, replaces } = JSON.parse(text ?? '') as Partial<Backup>;
    return typeof kept === 'string' && typeof replaces === 'string' ? { text: kept, replaces } : null;
  } catch {
    return null;
  }
}
