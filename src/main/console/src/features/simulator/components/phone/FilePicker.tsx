import type { Ref } from 'react';

type FilePickerProps = {
  ref: Ref<HTMLInputElement>;
  label: string;
  accept?: string;
  onPick: (file: File) => void;
};

/** The browser's own dialog, opened by a click on this hidden field. */
export function FilePicker({ ref, label, accept, onPick }: FilePickerProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      accept={accept}
      onChange={(event) => {
        const file = event.target.files?.[0];
        // Otherwise the same file could not be chosen twice in a row.
        event.target.value = '';
        if (file) onPick(file);
      }}
    />
  );
}
