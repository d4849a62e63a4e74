/** The kinds of calls, as the folder of their own pages in `routes` and their room beside this one. */
export const callKinds = ['surveys'] as const;
export type CallKind = (typeof callKinds)[number];
