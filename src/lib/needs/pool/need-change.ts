import { z } from 'zod';
import type { Entry } from '#lib/chronicle/entry.ts';
import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { formId } from '#lib/ui/form-id.ts';

/** How a need came to be another one, as `need(p_number)` tells it. */
export const needChange = z.strictObject({
	kind: z.enum(['renamed', 'merged', 'split']),
	/** This need was changed; otherwise another was merged into it, or it was split off. */
	isOrigin: z.boolean(),
	/** Of the need that was changed, until then. */
	oldTitle: z.string(),
	/** Its new name; the heir's, or that of the need split off. */
	newTitle: z.string(),
	/** Number of the other need. */
	other: z.string().nullable(),
	/** How many reports went over. */
	reports: z.int(),
	reason: z.string(),
	at: instant,
	personName: z.string().nullable()
});
export type NeedChange = z.infer<typeof needChange>;

/** A need that another may be merged into, as `needs_to_merge_with(p_number)` gives it. */
export const likeNeed = z.strictObject({ number: z.string(), title: z.string(), reports: z.int() });
export type LikeNeed = z.infer<typeof likeNeed>;

const title = z.string().trim().min(3, 'needs_pool_error_name').max(120, 'needs_planner_error_long_title');
const reason = z.string().trim().min(1, 'needs_pool_error_reason').max(2000, 'needs_pool_error_long');

export const renamingForm = z.object({ form_id: formId, title, reason });
export const mergerForm = z.object({
	form_id: formId,
	heir: z.string().min(1, 'needs_pool_error_heir'),
	heir_search: z.string().trim().max(200, 'needs_planner_error_long_search'),
	reason
});
export const splitForm = z.object({
	form_id: formId,
	reports: z.array(z.string()).min(1, 'needs_pool_error_reports'),
	title,
	reason
});

/** A change as a line of the need's history. */
export const changeEntry = (change: NeedChange): Entry => ({
	at: change.at,
	what: whatOf(change),
	by: change.personName ?? undefined,
	text: change.reason,
	href: change.other ? href('/needs/pool/[number]', { number: change.other }) : undefined
});

function whatOf({ kind, isOrigin, oldTitle, newTitle, other, reports }: NeedChange): string {
	const count = m.needs_pool_moved({ count: reports });
	const number = other ?? '';
	if (kind === 'renamed') return m.needs_pool_event_renamed({ title: oldTitle });
	if (kind === 'merged')
		return isOrigin
			? m.needs_pool_event_merged({ number, title: newTitle })
			: m.needs_pool_event_took_in({ number, title: oldTitle, count });
	return isOrigin
		? m.needs_pool_event_split({ number, title: newTitle, count })
		: m.needs_pool_event_split_off({ number, title: oldTitle, count });
}
