import { z } from 'zod';

/** What a person sees of the own account. */
export interface Account {
	passwordChangedAt: string | null;
	sessions: { id: string; device: string | null; createdAt: string; usedAt: string; expiresAt: string }[];
}

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
