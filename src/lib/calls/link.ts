import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { instant } from '#lib/i18n/times.ts';
import { formId } from '#lib/ui/form-id.ts';
import { term } from '#lib/vocabulary/vocabulary.ts';
import { kindOf, type LinkDuty } from './kind.ts';
import type { SignedWord } from './ledger.ts';

/** A link without sign-in, as the record of its addressee has it; the secret is known to nobody any more. */
export const addresseeLink = z.strictObject({
	id: z.string(),
	duty: z.string(),
	recipient: z.string(),
	state: z.enum(['open', 'done', 'ended', 'over']),
	at: instant,
	expiresAt: instant,
	endedAt: instant.nullable(),
	usedAt: instant.nullable(),
	usedBy: z.string().nullable(),
	personName: z.string().nullable(),
	postTitle: z.string().nullable()
});
export type AddresseeLink = z.infer<typeof addresseeLink>;

/** What a link opens, as `addressee_link_find()` gives it; null for none, an ended one and one that is over. */
export const guestPage = z
	.strictObject({
		duty: z.string(),
		recipient: z.string(),
		expiresAt: instant,
		doneAt: instant.nullable(),
		doneBy: z.string().nullable(),
		/** The things one may choose something for. */
		asked: z.array(term),
		kind: z.string(),
		title: z.string(),
		coveringText: z.string(),
		dueAt: instant,
		purpose: z.string(),
		legalBasis: z.string(),
		readers: z.string(),
		retention: z.string(),
		organisationName: z.string(),
		authorityName: z.string(),
		responsible: z
			.strictObject({
				title: z.string(),
				phone: z.string().nullable(),
				name: z.string()
			})
			.nullable()
	})
	.nullable();
export type GuestPage = NonNullable<z.infer<typeof guestPage>>;

const receipt: LinkDuty = {
	name: m.guest_link_receipt,
	hint: m.guest_link_receipt_hint,
	lead: m.guest_receipt_lead,
	next: m.guest_receipt_next,
	choices: () => []
};

/** What can be done by a link in calls of a kind (`private.link_duties`). */
export const dutiesOf = (call: { kind: string }): Record<string, LinkDuty> => ({
	receipt,
	...kindOf(call).duties
});

export const dutyInWords = (call: { kind: string }, duty: string) => dutiesOf(call)[duty]?.name() ?? duty;

/** What became of a link. */
export function linkInWords({ state, expiresAt, endedAt, usedAt, usedBy }: AddresseeLink): SignedWord {
	if (usedAt)
		return { sign: 'done', word: m.guest_link_state_done({ date: date(usedAt), name: usedBy ?? '' }) };
	if (state === 'ended') return { sign: 'late', word: m.guest_link_state_ended({ date: date(endedAt!) }) };
	if (state === 'over') return { sign: 'late', word: m.guest_link_state_over() };
	return { sign: 'open', word: m.guest_link_state_open({ date: date(expiresAt) }) };
}

/** Days a link may last; it ends with the call anyway. */
export const lifetimes = ['7', '30', '90'] as const;

export const linkForm = z.object({
	form_id: formId,
	duty: z.string().min(1, 'guest_link_error_duty'),
	recipient: z.string().trim().min(2, 'guest_link_error_recipient').max(160, 'guest_link_error_recipient'),
	days: z.enum(lifetimes, 'guest_link_error_days')
});

/** Names the input for what is said of one thing asked. */
export const choiceFor = (key: string) => `choice_${key}`;

/** The form of a guest: a name, and a choice for at least one of the things asked. */
export function guestForm(page: GuestPage) {
	const words = dutiesOf(page)
		[page.duty]!.choices()
		.map(({ value }) => value);
	const choice = z.string().refine((said) => said === '' || words.includes(said), 'errors_invalid');
	const [first] = page.asked;
	return z
		.object({
			form_id: formId,
			name: z.string().trim().min(2, 'guest_link_error_name').max(160, 'guest_link_error_name'),
			...(Object.fromEntries(page.asked.map(({ key }) => [choiceFor(key), choice])) as Record<
				`choice_${string}`,
				typeof choice
			>)
		})
		.refine((form) => !first || Object.keys(givenIn(form, page)).length > 0, {
			path: [first ? choiceFor(first.key) : ''],
			error: 'guest_link_error_fields'
		});
}

/** What was chosen, by the key of what was asked. */
export const givenIn = (form: Record<string, unknown>, { asked }: GuestPage): Record<string, string> =>
	Object.fromEntries(
		asked.flatMap(({ key }) => {
			const said = form[choiceFor(key)];
			return said ? [[key, String(said)]] : [];
		})
	);
