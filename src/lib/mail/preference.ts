import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Choice } from '#lib/ui/choice.ts';

/** How often somebody wants to hear about a group of things. What they have a right or a duty to hear comes even so. */
const pace = z.enum(['at_once', 'daily', 'never']);
export type Pace = z.infer<typeof pace>;

export const group = z.enum(['reports', 'planning', 'calls']);
export type Group = z.infer<typeof group>;

export const preference = z.strictObject({
	group,
	pace
});
export type Preference = z.infer<typeof preference>;

const paceNames: Pace[] = ['at_once', 'daily', 'never'];

/** What a form chose, for groups and paces we know. */
export function chosenIn(sent: FormData): Partial<Record<Group, Pace>> {
	const chosen = Object.keys(groups).map((group) => [group, sent.get(group)] as const);
	return Object.fromEntries(chosen.filter(([, pace]) => paceNames.includes(pace as Pace)));
}

/** Each group's name, and what of it always comes. */
export const groups: Record<Group, { name: () => string; always: () => string }> = {
	reports: { name: m.mail_group_reports, always: m.mail_group_reports_always },
	planning: { name: m.mail_group_planning, always: m.mail_group_planning_always },
	calls: { name: m.mail_group_calls, always: m.mail_group_calls_always }
};

export const paces = (): Choice[] => [
	{ value: 'at_once', label: m.mail_pace_at_once() },
	{ value: 'daily', label: m.mail_pace_daily(), hint: m.mail_pace_daily_hint() },
	{ value: 'never', label: m.mail_pace_never(), hint: m.mail_pace_never_hint() }
];
