import { z } from 'zod';
import { date } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Values } from '#lib/ui/device-copies.ts';
import { formId } from '#lib/ui/form-id.ts';
import { kindOf, type GuestSays, type LinkDuty } from './kind.ts';
import type { SignedWord } from './ledger.ts';
import type { addresseeLink, guestPage } from './link-document.ts';

export type AddresseeLink = z.infer<typeof addresseeLink>;
export type GuestPage = NonNullable<z.infer<typeof guestPage>>;

const receipt: LinkDuty = {
	name: m.guest_link_receipt,
	hint: m.guest_link_receipt_hint,
	lead: m.guest_receipt_lead,
	next: m.guest_receipt_next
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

/** The form of a guest: a name, and what the duty asks. */
export const guestForm = z.object({
	form_id: formId,
	name: z.string().trim().min(2, 'guest_link_error_name').max(160, 'guest_link_error_name')
});

/** What a guest says in the form, and the key of a sentence for each input that is wrong. */
export const saidBy = (guest: GuestPage, values: Values): GuestSays =>
	dutiesOf(guest)[guest.duty]?.read?.(values, guest.asked as never) ?? { given: {}, problems: {} };
