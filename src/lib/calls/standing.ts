import { z } from 'zod';

/** How far an addressee has come, as `private.standing()` says for all pages. */
export const standing = z.enum([
	'open',
	'begun',
	'overdue',
	'overdue_begun',
	'silent',
	'incomplete',
	'nil_return',
	'answered'
]);
export type Standing = z.infer<typeof standing>;
