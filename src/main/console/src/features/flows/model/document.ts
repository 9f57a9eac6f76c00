import { history, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { readFlow, type Flow } from './flow';
import type { Broken } from './text';
import type { Edit } from './text';

/** What there is to see of the document; a new object with each change. */
export type Snapshot = {
  text: string;
  /** The last text that was JSON. */
  flow: Flow | null;
  /** Where the text is no JSON now. */
  broken: Broken | null;
  canUndo: boolean;
  canRedo: boolean;
};

/** How many changes can be taken back: a day of work. */
const mostSteps = 1_000;

/**
 * The text of a flow, which is all there is: cards and the editor are two ways to change it, with one history. Line ends of Windows
 * are kept, and put back when the text is taken out.
 */
export class FlowDocument {
  private readonly parts = new Compartment();
  private readonly listeners = new Set<() => void>();
  private readonly lineEnd: string;
  private state: EditorState;
  private view: EditorView | null = null;
  private seen: Snapshot;

  constructor(text: string) {
    this.lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
    this.state = EditorState.create({
      doc: text,
      extensions: [history({ newGroupDelay: 600, minDepth: mostSteps }), this.parts.of([])],
    });
    this.seen = this.look(null);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.seen;

  /** As it is sent and kept. */
  bytes(): string {
    return this.lineEnd === '\n' ? this.seen.text : this.seen.text.replaceAll('\n', this.lineEnd);
  }

  /** @param typed one of several changes that one step back undoes together */
  apply(edits: Edit[], typed = false): void {
    if (edits.length === 0) return;
    this.dispatch(
      this.state.update({
        changes: edits,
        userEvent: typed ? 'input.type' : 'input',
      }),
    );
  }

  /** Another text in the place of this one; that, too, can be undone. */
  replace(text: string): void {
    const now = text.replaceAll('\r\n', '\n');
    if (now !== this.seen.text) this.apply([{ from: 0, to: this.state.doc.length, insert: now }]);
  }

  undo(): void {
    undo({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) });
  }

  redo(): void {
    redo({ state: this.state, dispatch: (transaction) => this.dispatch(transaction) });
  }

  /** Shows the document in an editor until the function it returns is called. */
  attach(
    open: (state: EditorState, take: (changes: readonly Transaction[]) => void) => EditorView,
    parts: Extension,
  ) {
    this.state = this.state.update({ effects: this.parts.reconfigure(parts) }).state;
    this.view = open(this.state, (changes) => this.take(changes));
    return () => {
      this.view?.destroy();
      this.view = null;
      this.state = this.state.update({ effects: this.parts.reconfigure([]) }).state;
    };
  }

  /** Puts the caret there, where an editor is open. */
  select(offset: number): void {
    this.view?.dispatch({
      selection: { anchor: Math.min(offset, this.state.doc.length) },
      scrollIntoView: true,
    });
  }

  private dispatch(transaction: Transaction): void {
    if (this.view) this.view.dispatch(transaction);
    else this.take([transaction]);
  }

  private take(changes: readonly Transaction[]): void {
    this.view?.update(changes);
    this.state = changes.at(-1)?.state ?? this.state;
    if (!changes.some(({ docChanged }) => docChanged)) return;
    this.seen = this.look(this.seen);
    this.listeners.forEach((listener) => listener());
  }

  private look(before: Snapshot | null): Snapshot {
    const text = this.state.doc.toString();
    const read = readFlow(text, before?.flow ?? null);
    const broken = 'offset' in read ? read : null;
    return {
      text,
      flow: 'offset' in read ? (before?.flow ?? null) : read,
      broken,
      canUndo: undoDepth(this.state) > 0,
      canRedo: redoDepth(this.state) > 0,
    };
  }
}
