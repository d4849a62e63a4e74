import { z } from 'zod';
import { backend } from './backend.ts';
import { asSystem, document, Refusal } from './database.ts';

/** Whom to ask: the holder of the post responsible, else the deputy; without either the name is empty. */
export const help = z.strictObject({
	name: z.string(),
	title: z.string().nullable(),
	phone: z.string().nullable(),
	email: z.string().nullable()
});

/** The authority whose pages these are, or whose letters: every document that names one has it whole. */
export const authority = z.strictObject({
	id: z.string(),
	name: z.string(),
	isSample: z.boolean(),
	/** A colour as #rrggbb, for the coat of arms only; text never takes it. */
	accent: z.string().nullable(),
	/** First five digits of the municipal key (AGS). */
	districtKey: z.string(),
	postalAddress: z.string().nullable(),
	email: z.string().nullable(),
	phone: z.string().nullable(),
	help: help.nullable()
});

const authorityForHost = document('authority_for_host', authority.nullable());

const keptMilliseconds = 30_000;
const known = new Map<string, { authority: App.Authority; until: number }>();

/**
 * The authority whose pages an address shows. Remembered for half a minute, and beyond it while the database is away.
 * @param host name from the address, without port
 * @throws Refusal when there is no authority yet, or nobody answers and nothing is remembered
 */
export async function authorityOf(host: string): Promise<App.Authority> {
	const last = known.get(host);
	if (last && last.until > Date.now()) return last.authority;
	try {
		return remember(host, await look(host));
	} catch (error) {
		if (last) return last.authority;
		throw error;
	}
}

async function look(host: string): Promise<App.Authority> {
	const p_default_key = backend().settings.authority;
	const found = await authorityForHost(asSystem(), { p_host: host, p_default_key });
	if (!found) throw new Refusal('EMPTY', 503, 'errors_not_set_up');
	return found;
}

function remember(host: string, authority: App.Authority): App.Authority {
	if (known.size > 200) known.clear(); // the header may hold anything
	known.set(host, { authority, until: Date.now() + keptMilliseconds });
	return authority;
}
