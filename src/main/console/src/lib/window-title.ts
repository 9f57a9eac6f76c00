const product = 'Waybill';
const most = 99;

let page = '';
let unread = 0;

function show() {
  const count = unread === 0 ? '' : `(${unread > most ? `${most}+` : unread}) `;
  document.title = `${count}${page && `${page} – `}${product}`;
}

/** Says in the window's title which page it is; empty: none. */
export function titlePage(title: string): void {
  page = title;
  show();
}

/** Puts before the window's title how many chats have something new. */
export function titleUnread(count: number): void {
  unread = count;
  show();
}
