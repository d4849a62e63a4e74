import { z } from 'zod';
import { momentOf } from '#lib/i18n/berlin.ts';
import { date, moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';
import { askedKinds, callHead, type AskedKind } from './call.ts';
import { kindOf, pageOf } from './kind.ts';
import { form } from './kind-document.ts';

/** An organisation that can be asked, and whom a mail to it would reach. */
export const askable = z.strictObject({
	id: z.string(),
	name: z.string(),
	kind: z.string(),
	people: z.int(),
	posts: z.array(z.string())
});
export type Askable = z.infer<typeof askable>;

/** Whether an addressee meets inside the window. `keepsCalendar`: null when nobody has said. */
export const meetingCheck = z.strictObject({
	organisationId: z.string(),
	organisationName: z.string(),
	firstInside: instant.nullable(),
	firstAfter: instant.nullable(),
	keepsCalendar: z.boolean().nullable()
});
export type MeetingCheck = z.infer<typeof meetingCheck>;

/** A call being prepared and what there is to choose from, as `call_preparation()` gives it. */
export const preparation = z.strictObject({
	...callHead.shape,
	coveringText: z.string(),
	purpose: z.string(),
	legalBasis: z.string(),
	readers: z.string(),
	retention: z.string(),
	postId: z.string(),
	previous: z
		.strictObject({
			slug: z.string(),
			title: z.string()
		})
		.nullable(),
	posts: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			organisationName: z.string(),
			phone: z.string().nullable(),
			holder: z.string().nullable()
		})
	),
	fields: z.array(term),
	/** What its answers are read by, as its kind has it. */
	form,
	/** Ids of organisations. */
	addressees: z.array(z.string()),
	/** Why an organisation has to be asked, by its id. */
	legalBases: z.record(z.string(), z.string()),
	organisations: z.array(askable),
	circles: z.array(
		z.strictObject({
			id: z.string(),
			name: z.string(),
			organisations: z.array(z.string())
		})
	),
	meetings: z.array(meetingCheck),
	lacksMeetings: z.boolean()
});
export type Preparation = z.infer<typeof preparation>;

export const partNames = {
	text: m.calls_part_text,
	window: m.calls_part_window,
	addressees: m.calls_part_addressees,
	privacy: m.calls_part_privacy,
	post: m.calls_part_post
};

export const preparationOf = (call: { kind: string; slug: string }, part?: keyof typeof partNames): string =>
	pageOf(call, part ? `/preparation/${part}` : '/preparation');

/** What is prepared, in order: what all calls have, and what the kind adds; each with what is chosen so far in a few words. */
export function partsOf(call: Preparation): { href: string; name: string; said: string }[] {
	const post = call.posts.find(({ id }) => id === call.postId);
	const part = (key: keyof typeof partNames, said: string) => ({
		href: preparationOf(call, key),
		name: partNames[key](),
		said
	});
	return [
		part('text', call.title),
		part('window', m.calls_window({ from: moment(call.opensAt), until: moment(call.closesAt) })),
		...Object.values(kindOf(call).parts).map(({ name, href, said }) => ({
			href: href(call.slug),
			name: name(),
			said: said(call as never)
		})),
		part('addressees', m.calls_addressee_count({ count: call.addressees.length })),
		part('privacy', call.purpose),
		part('post', [post?.holder, post?.title, post?.phone].filter(Boolean).join(', '))
	];
}

/** Those of the circle whom no mail reaches: nobody holds a post that writes. */
export const unreachable = ({ organisations, addressees }: Preparation) =>
	organisations.filter(({ id, people }) => people === 0 && addressees.includes(id));

export const peopleReached = ({ organisations, addressees }: Preparation) =>
	organisations.reduce((sum, { id, people }) => sum + (addressees.includes(id) ? people : 0), 0);

export type MeetingState = 'inside' | 'none' | 'on_demand' | 'unknown';

export function meetingState({ firstInside, keepsCalendar }: MeetingCheck): MeetingState {
	if (firstInside) return 'inside';
	if (keepsCalendar === null) return 'unknown';
	return keepsCalendar ? 'none' : 'on_demand';
}

const order: Record<MeetingState, number> = { none: 0, unknown: 1, on_demand: 2, inside: 3 };

/** First those about whom something has to be done. */
export const sortedMeetings = <Check extends MeetingCheck>(meetings: Check[]): Check[] =>
	meetings.toSorted((a, b) => order[meetingState(a)] - order[meetingState(b)]);

/** The session check in words. */
export function meetingInWords(check: MeetingCheck): { sign: 'done' | 'late' | 'open'; word: string } {
	const { firstInside, firstAfter } = check;
	switch (meetingState(check)) {
		case 'inside':
			return { sign: 'done', word: m.calls_meeting_inside({ date: date(firstInside!) }) };
		case 'none':
			return {
				sign: 'late',
				word: firstAfter ? m.calls_meeting_after({ date: date(firstAfter) }) : m.calls_meeting_none()
			};
		case 'on_demand':
			return {
				sign: 'open',
				word: firstAfter
					? m.calls_meeting_on_demand_after({ date: date(firstAfter) })
					: m.calls_meeting_on_demand()
			};
		case 'unknown':
			return {
				sign: 'open',
				word: firstAfter
					? m.calls_meeting_unknown_after({ date: date(firstAfter) })
					: m.calls_meeting_unknown()
			};
	}
}

const text = (missing: string, most: number) =>
	z.string().trim().min(1, missing).min(3, 'calls_error_short').max(most, 'calls_error_long');

export const textForm = z.object({
	title: text('calls_error_title', 120),
	slug: z
		.string()
		.trim()
		.toLowerCase()
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'calls_error_slug')
		.min(3, 'calls_error_slug')
		.max(60, 'calls_error_slug'),
	covering_text: text('calls_error_covering_text', 5000).min(10, 'calls_error_short')
});

export const privacyForm = z.object({
	purpose: text('calls_error_purpose', 1000),
	legal_basis: text('calls_error_legal_basis', 500),
	readers: text('calls_error_readers', 1000),
	retention: text('calls_error_retention', 500)
});

export const postForm = z.object({ post_id: z.uuid('calls_error_post') });
export const fieldsForm = z.object({ fields: z.array(z.string()).min(1, 'errors_call_without_fields') });

/** Organisations stand in the form by their kind. */
const byKind = Object.fromEntries(askedKinds.map((kind) => [kind, z.array(z.uuid())])) as Record<
	AskedKind,
	z.ZodArray<z.ZodUUID>
>;
export const addresseesForm = z.object(byKind);
export const circleForm = addresseesForm.extend({
	circle_name: z.string().trim().min(2, 'calls_error_circle').max(120, 'calls_error_long')
});
export const addresseesIn = (form: Record<AskedKind, string[]>) => askedKinds.flatMap((kind) => form[kind]);

/** Begin and end as one moment each, for the database. */
export const windowOf = (form: {
	opens_on: string;
	opens_time: string;
	closes_on: string;
	closes_time: string;
}) => ({
	opens_at: momentOf(form.opens_on, form.opens_time),
	closes_at: momentOf(form.closes_on, form.closes_time)
});
