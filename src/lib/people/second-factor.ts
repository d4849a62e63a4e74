import { z } from 'zod';

/** What a person has set up. */
export const secondFactor = z.strictObject({
	since: z.string().nullable(),
	codesLeft: z.int(),
	isRequired: z.boolean(),
	/** The key on offer, until a code of it is typed. */
	offer: z.string().nullable()
});
export type SecondFactor = z.infer<typeof secondFactor>;

/** Six digits or a recovery code, however they were typed: spaces, hyphens and capitals do not matter. */
export const factorForm = z.object({
	code: z
		.string()
		.transform((typed) => typed.toLowerCase().replace(/[\s.\u2009\u202f–-]/g, ''))
		.pipe(
			z
				.string()
				.min(1, 'account_error_factor_missing')
				.regex(/^(\d{6}|[a-z2-9]{12})$/, 'account_error_factor_form')
		)
});

/** "ABCD EFGH …": read aloud, written down and typed in fours. */
export const inFours = (text: string, between = ' ') => text.match(/.{1,4}/g)?.join(between) ?? '';
