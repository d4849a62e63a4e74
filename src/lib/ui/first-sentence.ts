/** Up to an end that is one: not that of "12. März" or "Nr. 3", nor one inside „…“. */
const sentence = /^(?:„[^“]*“|[^„])*?(?:\p{L}{3}|\d{3}|(?<=[“)]))[.?…](?=\s)/u;

/** The first of several sentences; the whole where there is one. */
export const firstSentence = (text: string): string => sentence.exec(text)?.[0] ?? text;
