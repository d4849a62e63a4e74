import { z } from 'zod';
import { formId } from '#lib/ui/form-id.ts';

/** What a program may do with a token. It never may more than the person who made it. */
export const scopes = ['read', 'reports', 'calls'] as const;
export type Scope = (typeof scopes)[number];

/** One's own token as the account page lists it; the secret is known to nobody any more. Times are ISO. */
export interface AccessToken {
	id: string;
	name: string;
	scopes: Scope[];
	createdAt: string;
	expiresAt: string;
	usedAt: string | null;
	isExpired: boolean;
}

/** Days a token may last. */
export const lifetimes = ['30', '90', '365'] as const;

export const tokenForm = z.object({
	form_id: formId,
	name: z.string().trim().min(2, 'tokens_error_name').max(80, 'tokens_error_name'),
	scopes: z.array(z.enum(scopes)).min(1, 'tokens_error_scopes'),
	days: z.enum(lifetimes, 'tokens_error_days')
});
