import { z } from 'zod';
import { instant } from '#lib/i18n/times.ts';
import { formId } from '#lib/ui/form-id.ts';

/** What a program may do with a token. It never may more than the person who made it. */
export const scopes = ['read', 'reports', 'calls'] as const;
export type Scope = (typeof scopes)[number];

/** One's own token as the account page lists it; the secret is known to nobody any more. Times are ISO. */
export const accessToken = z.strictObject({
	id: z.string(),
	name: z.string(),
	scopes: z.array(z.enum(scopes)),
	expiresAt: instant,
	usedAt: instant.nullable(),
	isExpired: z.boolean()
});
export type AccessToken = z.infer<typeof accessToken>;

/** Days a token may last. */
export const lifetimes = ['30', '90', '365'] as const;

export const tokenForm = z.object({
	form_id: formId,
	name: z.string().trim().min(2, 'tokens_error_name').max(80, 'tokens_error_name'),
	scopes: z.array(z.enum(scopes)).min(1, 'tokens_error_scopes'),
	days: z.enum(lifetimes, 'tokens_error_days')
});
