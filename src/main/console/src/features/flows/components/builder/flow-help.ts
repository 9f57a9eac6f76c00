import { hoverTooltip } from '@codemirror/view';
import { getLocation } from 'jsonc-parser';
import { helpAt } from '../../model/schema';

/** What the format says of the property or value under the pointer. */
export const flowHelp = hoverTooltip(({ state }, at) => {
  const { path } = getLocation(state.doc.toString(), at);
  const help = path.length === 0 ? [] : helpAt(path);
  if (help.length === 0) return null;
  return {
    pos: at,
    create: () => {
      const dom = window.document.createElement('div');
      dom.className = 'flow-help';
      for (const line of help) dom.appendChild(window.document.createElement('p')).textContent = line;
      return { dom };
    },
  };
});
