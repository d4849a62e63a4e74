import { z } from 'zod';
import { sentence } from '#lib/i18n/sentence.ts';
import { ask, asSystem, document } from '#lib/server/database.ts';
import type { Place } from '#lib/server/place.ts';
import { addressee } from './letters.server.ts';
import { sendSignIn } from './mails.server.ts';
import { verify } from './password.server.ts';
import { hashOf, newCode, newToken } from './secrets.ts';

const begun = z.strictObject({ id: z.string(), person: addressee.nullable() });

/** How a try ended. `wrong` has the number of tries left; `expired` also stands for used, replaced, and never known. */
const outcome = z.discriminatedUnion('outcome', [
	z.strictObject({ outcome: z.literal('signed_in'), personId: z.string(), returnTo: z.string() }),
	z.strictObject({ outcome: z.literal('wrong'), left: z.int() }),
	z.strictObject({ outcome: z.literal('expired') })
]);
export type Outcome = z.infer<typeof outcome>;

const beginning = document('sign_in_begin', begun);
const beginningAgain = document('sign_in_again', begun);
const tryingCode = document('sign_in_by_code', outcome);
const tryingLink = document('sign_in_by_link', outcome);
const passwordOf = document(
	'sign_in_password',
	z.strictObject({ personId: z.string(), hash: z.string().nullable() }).nullable()
);

/** Where an attempt comes from, for limits, and whose pages it is on. */
type From = Place & { authority: App.Authority };

/**
 * Begins a sign-in for whatever address was typed, and mails code and link if somebody has it. The mail is written after
 * the answer, so that the answer says nothing about who is known.
 * @returns the id of the attempt, for the page of the code
 * @throws Refusal LIMIT after five mails in a quarter of an hour from one place, twenty from all
 */
export async function begin(email: string, returnTo: string, from: From): Promise<string> {
	const [code, token] = [newCode(), newToken()];
	const begun = await beginning(asSystem(), {
		p_email: email,
		p_address_hash: from.addressHash,
		p_code_hash: hashOf(code),
		p_link_hash: hashOf(token),
		p_return_to: returnTo,
		p_device: from.device
	});
	return send(begun, code, token, from);
}

/**
 * Sends another mail for an attempt, known by its id or by the link of its mail; the old code and link end.
 * @throws Refusal LIMIT, or EXPIR when the attempt is forgotten: then the address is to be typed again
 */
export async function again(attempt: { id: string } | { token: string }, from: From): Promise<string> {
	const [code, token] = [newCode(), newToken()];
	const begun = await beginningAgain(asSystem(), {
		p_id: 'id' in attempt ? attempt.id : null,
		p_old_link_hash: 'token' in attempt ? hashOf(attempt.token) : null,
		p_address_hash: from.addressHash,
		p_code_hash: hashOf(code),
		p_link_hash: hashOf(token),
		p_device: from.device
	});
	return send(begun, code, token, from);
}

function send(
	{ id, person }: z.infer<typeof begun>,
	code: string,
	token: string,
	{ authority }: From
): string {
	if (person) sendSignIn(person, { code, token }, authority);
	return id;
}

/** @throws Refusal LIMIT after sixty tries from one network address in a quarter of an hour */
export async function byCode(id: string, code: string, from: Place): Promise<Outcome> {
	return await tryingCode(asSystem(), {
		p_id: id,
		p_code_hash: hashOf(code),
		p_address_hash: from.addressHash,
		p_device: from.device
	});
}

/** The link works once. */
export async function byLink(token: string): Promise<Outcome> {
	return await tryingLink(asSystem(), { p_link_hash: hashOf(token) });
}

/**
 * The person with this address and password, or null: which of the two is wrong takes no longer to find out and is not said.
 * @throws Refusal LIMIT after eight tries for an account or forty from one place in a quarter of an hour
 */
export async function byPassword(email: string, password: string, from: Place): Promise<string | null> {
	const asked = { p_email: email, p_address_hash: from.addressHash, p_device: from.device };
	const known = (await passwordOf(asSystem(), asked)) as { personId: string; hash: string } | null;
	const isRight = await verify(password, known?.hash ?? null);
	if (known && isRight) return known.personId;
	await ask(asSystem().rpc('sign_in_failed', { p_email: email }));
	return null;
}

/** What the page of the code says of a try that did not succeed. */
export function sentenceOf(outcome: Exclude<Outcome, { outcome: 'signed_in' }>): string {
	if (outcome.outcome === 'expired' || outcome.left <= 0) return sentence('people_error_code_expired');
	return outcome.left === 1
		? sentence('people_error_code_wrong_last')
		: sentence('people_error_code_wrong', { left: outcome.left });
}
