import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway, type Schemas } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';

export type Template = Schemas['TemplateView'];
export type Version = Schemas['TemplateVersion'];
export type Draft = Schemas['TemplateDraftView'];
export type Finding = Schemas['TemplateFinding'];
export type Shown = Schemas['ShownTemplate'];
export type Blank = Schemas['TemplateBlank'];
export type MappingView = Schemas['MappingView'];
export type Unready = Schemas['UnreadyView'];
export type Variable = Schemas['VariableView'];

/** What the gateway calls templates, mappings and drafts. */
const mine = ['/api/v1/templates', '/api/v1/template-mappings', '/api/v1/template-drafts'];

/** Asks again for all that the console shows of templates. */
export function useTemplateRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(
    () =>
      void queries.invalidateQueries({
        predicate: ({ queryKey: [method, path] }) =>
          method === 'get' && typeof path === 'string' && mine.some((one) => path.startsWith(one)),
      }),
    [queries],
  );
}

/** Asks again whenever the gateway says that templates changed: Meta decided, or somebody else did something. */
export function useTemplateEvents(): void {
  useLiveEvent('template', useTemplateRefresh());
}

export const useTemplates = () => gateway.useQuery('get', '/api/v1/templates');
export const useDrafts = () => gateway.useQuery('get', '/api/v1/template-drafts');
export const useMappings = () => gateway.useQuery('get', '/api/v1/template-mappings');

/** Each language of one, by its name. */
export const useVersions = (name: string, enabled = true) =>
  gateway.useQuery('get', '/api/v1/templates/{name}', { params: { path: { name } } }, { enabled });
