import { arrayOf, objectOf } from '../../model/flow';
import { initial, resolve, type Schema } from '../../model/schema';

/** The same in another form, as far as there is such a thing. */
export function converted(value: unknown, wanted: Schema): unknown {
  const { properties, items, type } = resolve(wanted);
  if (type === 'string') {
    const first = Array.isArray(value) ? value[0] : value;
    const known = typeof first === 'string' ? first : (objectOf(first).text ?? objectOf(first).to);
    return typeof known === 'string' ? known : initial(wanted);
  }
  if (type === 'object' && properties) {
    if (typeof value === 'string' && properties.text) return { text: value };
    if (typeof value === 'number' && properties.title) return { id: String(value), title: String(value) };
    if (properties.add) return { add: '= product', qty: 1 };
  }
  if (type === 'array' && typeof value === 'string') {
    const inner = items ? resolve(items).properties : undefined;
    return inner?.to ? [{ to: value }] : [value];
  }
  if (type === 'integer') return Number.parseInt(String(objectOf(value).id ?? ''), 10) || 1;
  return Array.isArray(value) && type === 'array' ? arrayOf(value) : initial(wanted);
}
