/** A flow that answers a question in one message, and asks nothing. */
export function answerFlow(question: string, answer: string, language: string): { id: string; text: string } {
  const id = `answer_${slug(question)}`;
  const flow = {
    schema: 1,
    id,
    title: question.slice(0, 60),
    lang: language,
    start: [question.toLowerCase()],
    // What is in braces would be an expression.
    steps: [{ id: 'answer', say: answer.replaceAll('{{', '{ {'), next: '@done' }],
  };
  return { id, text: `${JSON.stringify(flow, null, 2)}\n` };
}

/** Letters and digits of Latin script, and a number made of the whole text, so that two questions never share one. */
function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 20);
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return `${words === '' ? 'q' : words}_${hash}`;
}
