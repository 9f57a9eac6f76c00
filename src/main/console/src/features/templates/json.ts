export type Json = unknown;
export type JsonObject = { [key: string]: Json };

export const object = (value: Json): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
export const array = (value: Json): Json[] => (Array.isArray(value) ? value : []);
export const text = (value: Json): string => (typeof value === 'string' ? value : '');
