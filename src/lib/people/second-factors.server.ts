import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { ask, asSystem, document, type Database } from '#lib/server/database.ts';
import type { Place } from '#lib/server/place.ts';
import { forget } from '#lib/server/session-memory.ts';
import { addressee, type Addressee } from './letters.server.ts';
import { inFours, secondFactor, type SecondFactor } from './second-factor.ts';
import { hashOf, newToken } from './secrets.ts';
import { newSecret, stepOf } from './totp.server.ts';

/*
 * Keys and recovery codes are secrets that only the server's own role reaches: `personId` is always that of the session, or of
 * a challenge. SQL counts the tries and uses each code up; here the six digits are compared.
 */

const factorOf = document('second_factor_of', secondFactor);
const tryingChallenge = document('challenge_try', z.string().nullable());
const passed = z.strictObject({ personId: z.string(), returnTo: z.string() });
export type Passed = z.infer<typeof passed>;
const passing = document('challenge_pass', passed.nullable());
const trying = document('second_factor_try', z.string().nullable());
const confirming = document(
	'second_factor_confirm',
	z.strictObject({ isDone: z.boolean(), ended: z.array(z.string()) })
);
const resetting = document('reset_second_factor', addressee);

export async function find(personId: string): Promise<SecondFactor> {
	return factorOf(asSystem(), { p_person: personId });
}

/** Asks for the second factor before a session is made. @returns the secret of the page that asks, null when there is none to ask for */
export async function challenge(personId: string, returnTo: string): Promise<string | null> {
	const token = newToken();
	const asked = { p_person: personId, p_token_hash: hashOf(token), p_return_to: returnTo };
	return (await ask(asSystem().rpc('challenge_begin', asked))) ? token : null;
}

/**
 * A code for a challenge. Wrong, used before, and a challenge that is over are one answer.
 * @throws Refusal LIMIT after five wrong ones in a quarter of an hour
 */
export async function pass(token: string, code: string, from: Place): Promise<Passed | null> {
	const p_token_hash = hashOf(token);
	const tried = { p_token_hash, p_address_hash: from.addressHash, p_device: from.device };
	const secret = await tryingChallenge(asSystem(), tried);
	const proof = secret && proofOf(code, secret);
	if (!proof) return null;
	return passing(asSystem(), { p_token_hash, ...proof });
}

/** Offers a first key. @throws Refusal RULED without a fresh proof */
export async function offer({ id, person }: App.Session) {
	const offered = { p_person: person.id, p_session: id, p_secret: newSecret() };
	await ask(asSystem().rpc('second_factor_offer', offered));
}

/** Offers a key in place of the old one. @returns false for a wrong code. @throws Refusal LIMIT */
export async function replace(
	{ id, person }: App.Session,
	code: string,
	addressHash: string
): Promise<boolean> {
	const proof = await proven(person.id, code, addressHash);
	if (!proof) return false;
	const offered = { p_person: person.id, p_session: id, p_secret: newSecret(), ...proof };
	return ask(asSystem().rpc('second_factor_offer', offered));
}

/**
 * Makes the offered key count, ends the person's other sessions.
 * @returns ten recovery codes, to be shown this once; null for a wrong code. @throws Refusal LIMIT
 */
export async function confirm(
	{ id: sessionId, person }: App.Session,
	code: string,
	addressHash: string
): Promise<string[] | null> {
	const tried = { p_person: person.id, p_address_hash: addressHash };
	await trying(asSystem(), tried);
	const { offer: secret } = await find(person.id);
	const step = secret && stepOf(code, secret);
	if (!step) return null;
	const codes = newCodes();
	const { isDone, ended } = await confirming(asSystem(), {
		p_person: person.id,
		p_session: sessionId,
		p_secret: secret,
		p_step: step,
		p_hashes: codes.map(hashOf)
	});
	forget(ended);
	return isDone ? codes.map(shown) : null;
}

/** Ten new recovery codes; the old ones end. Null for a wrong code. @throws Refusal LIMIT */
export async function renewCodes(
	{ person }: App.Session,
	code: string,
	addressHash: string
): Promise<string[] | null> {
	const proof = await proven(person.id, code, addressHash);
	if (!proof) return null;
	const codes = newCodes();
	const asked = { p_person: person.id, p_hashes: codes.map(hashOf), ...proof };
	return (await ask(asSystem().rpc('second_factor_codes', asked))) ? codes.map(shown) : null;
}

/** @returns false for a wrong code. @throws Refusal RULED while a post asks for a second factor, LIMIT */
export async function remove({ person }: App.Session, code: string, addressHash: string): Promise<boolean> {
	const proof = await proven(person.id, code, addressHash);
	return proof ? ask(asSystem().rpc('second_factor_remove', { p_person: person.id, ...proof })) : false;
}

/** The administrator takes away what somebody lost. @returns whom to tell. @throws Refusal 404, RULED for the own one */
export async function reset(db: Database, holdingId: string): Promise<Addressee> {
	return resetting(db, { p_holding: holdingId });
}

/** Counts a try. @returns what SQL uses up; null for a wrong code. @throws Refusal LIMIT */
export async function proven(personId: string, code: string, addressHash: string) {
	const tried = { p_person: personId, p_address_hash: addressHash };
	const secret = await trying(asSystem(), tried);
	return secret ? proofOf(code, secret) : null;
}

/** What SQL uses up: the time step of six right digits, or the hash of a recovery code, right or not. */
function proofOf(code: string, secret: string) {
	if (code.length !== 6) return { p_step: null, p_recovery_hash: hashOf(code) };
	const step = stepOf(code, secret);
	return step === null ? null : { p_step: step, p_recovery_hash: null };
}

/** Signs that are not mistaken for one another; twelve of them are 59 bits. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const newCodes = () =>
	Array.from({ length: 10 }, () => Array.from({ length: 12 }, () => signs[randomInt(signs.length)]).join(''));
const shown = (code: string) => inFours(code, '-');
