import { z } from 'zod';
import { isoDay } from '#lib/i18n/berlin.ts';

/** A day as date fields send it (2027-03-12), or as typed where there is no such field (12.03.2027); empty when not given. */
export const day = z
	.string()
	.trim()
	.refine((typed) => typed === '' || isoDay(typed) !== null, {
		error: 'organisations_error_day',
		abort: true
	})
	.transform((typed) => isoDay(typed) ?? '');
