import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';

/** What a person sees of the own account. */
export const account = z.strictObject({
	passwordChangedAt: instant.nullable(),
	sessions: z.array(
		z.strictObject({
			id: z.string(),
			device: z.string().nullable(),
			createdAt: instant,
			usedAt: instant
		})
	)
});
export type Account = z.infer<typeof account>;

/** Long beats complicated (BSI, NIST SP 800-63B): length, and not the same few signs over and over. */
export const passwordForm = z
	.object({
		password: z
			.string()
			.min(12, 'people_error_password_short')
			.max(200, 'people_error_password_long')
			.refine((typed) => new Set(typed.toLowerCase()).size >= 6, 'people_error_password_simple'),
		passwordAgain: z.string()
	})
	.refine(({ password, passwordAgain }) => password === passwordAgain, {
		path: ['passwordAgain'],
		message: 'people_error_password_repeat'
	});
