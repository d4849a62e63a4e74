import { z } from 'zod';
import { href, routeOf } from '#lib/i18n/addresses.ts';
import { localPath } from '#lib/ui/local-path.ts';
import { email } from './person.ts';

export const emailForm = z.object({ email });

/** Six digits, however they were typed or pasted: "123 456" is as good as "123456". */
export const codeForm = z.object({
	code: z
		.string()
		.transform((typed) => typed.replace(/[\s.\u2009\u202f–-]/g, ''))
		.pipe(
			z
				.string()
				.min(1, 'people_error_code_missing')
				.regex(/^\d{6}$/, 'people_error_code_form')
		)
});

export const passwordSignInForm = z.object({
	email,
	password: z.string().min(1, 'people_error_password_missing').max(200, 'people_error_password_wrong')
});

/** Where one goes after signing in: a page of ours that is not about signing in or out. */
export function returnPath(sent: unknown): string {
	const path = localPath(sent, href('/start'));
	return path.length > 500 || /^\/(sign-in|sign-out|invitation)(\/|$)/.test(routeOf(path.replace(/\?.*/, '')))
		? href('/start')
		: path;
}

/** Somebody of the sample district, to sign in as with one click. */
export const samplePerson = z.strictObject({
	personId: z.string(),
	name: z.string(),
	posts: z.array(
		z.strictObject({
			title: z.string(),
			organisationName: z.string()
		})
	)
});
export type SamplePerson = z.infer<typeof samplePerson>;
