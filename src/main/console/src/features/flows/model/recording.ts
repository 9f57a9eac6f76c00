import type { Case, Conversation, Moment, Shown } from '../api/simulation';

/** A conversation as a file of `flows/tests`: what was put in, and all that it led to. */
export function recordingOf(
  description: string,
  played: Case,
  conversation: Conversation,
): Record<string, unknown> {
  const { contact, failures, sample } = played;
  return {
    description,
    ...(contact ? { contact } : {}),
    ...(failures?.length ? { failures } : {}),
    ...(sample ? { sample } : {}),
    steps: conversation.steps.map(stepOf),
  };
}

/** Absent means that nothing of the kind happens, so only what did happen is written. */
function stepOf({ input, messages, calls, hand_over, incidents, results, unmatched }: Moment) {
  return {
    ...input,
    ...(messages.length > 0 ? { messages: messages.map(messageOf) } : {}),
    ...(calls.length > 0
      ? { calls: calls.map(({ operation, request, outcome }) => ({ operation, request, outcome })) }
      : {}),
    ...(hand_over ? { hand_over } : {}),
    ...(incidents.length > 0 ? { incidents } : {}),
    ...(results.length > 0 ? { results } : {}),
    ...(unmatched.length > 0 ? { unmatched } : {}),
  };
}

function messageOf({ form, template, link, after, text, footer, button, options }: Shown) {
  return {
    form,
    ...(template ? { template } : {}),
    ...(link ? { link } : {}),
    ...(after ? { after } : {}),
    text,
    ...(footer ? { footer } : {}),
    ...(button ? { button } : {}),
    ...(options.length > 0
      ? { options: options.map(({ title, note }) => (note ? { title, note } : title)) }
      : {}),
  };
}
