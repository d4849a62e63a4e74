import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from './processes.ts';
import type { System } from './system.ts';

/** Seconds from opening the call to the last letter; CPU per letter in milliseconds; the most memory in MB meanwhile. */
export type Mailing = { letters: number; seconds: number; cpu: number; memory: number };

/** Opens a call to so many addressees with one person each, and waits until every letter is written and handed on. */
export async function mailing({ owner, server, cpu }: System, letters: number): Promise<Mailing> {
	await owner.query('set session_replication_role = replica'); // the stamps would look for rows of this very statement
	await owner.query(addressees, [letters]);
	await owner.query('set session_replication_role = origin');
	await owner.query(opening);
	const begun = performance.now();
	const before = cpu().all;
	let memory = 0;
	for (;;) {
		const { rows } = await owner.query(
			`select count(*)::integer as done from private.mails where kind = 'call_invitation' and state = 'sent'`
		);
		memory = Math.max(memory, memoryOf(server));
		if (rows[0].done >= letters) break;
		if (performance.now() - begun > 300_000) throw new Error(`only ${rows[0].done} letters went out`);
		await pause(250);
	}
	const seconds = (performance.now() - begun) / 1000;
	return { letters, seconds, cpu: (cpu().all - before) / letters, memory };
}

const id = (kind: string) => `('${kind}9999999-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid`;
const authority = `'a0000002-0000-4000-9000-000000000000'::uuid`;
const call = `'c9999999-0000-4000-9000-000000000000'::uuid`;

const addressees = `with numbers as materialized (select n from generate_series(1, $1::integer) n),
	o as (insert into public.organisations (id, authority_id, kind, name) select ${id('0')}, ${authority}, 'provider', 'Adressat der Messung ' || n from numbers returning id),
	p as (insert into public.people (id, given_name, family_name, email) select ${id('1')}, 'Erika', 'Messung', 'mail-' || n || '@messung.example' from numbers returning id),
	s as (insert into public.posts (id, authority_id, organisation_id, kind, title) select ${id('2')}, ${authority}, ${id('0')}, 'clerk', 'Stelle' from numbers returning id),
	h as (insert into public.holdings (authority_id, post_id, person_id, capacity, starts_on) select ${authority}, ${id('2')}, ${id('1')}, 'holder', '2020-01-01' from numbers returning id),
	c as (insert into public.calls (id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose, legal_basis, readers, retention, form_version)
		values (${call}, ${authority}, 'surveys', 'mailing', 'Abfrage an viele', 'Bitte melden Sie Ihre Bedarfe.', now(), now() + interval '30 days',
			'20000002-0000-4000-9000-000000000001', 'Messung', 'Messung', 'Alle', 'Lange', 1) returning id),
	f as (insert into public.call_fields (call_id, authority_id, field_of_action) select id, ${authority}, 'care' from c returning call_id)
	insert into public.call_addressees (id, authority_id, call_id, organisation_id, organisation_name)
	select ${id('d')}, ${authority}, c.id, ${id('0')}, 'Adressat der Messung ' || n from numbers, c`;
const opening = `do $do$ begin
	perform set_config('request.jwt.claims', '{"sub": "10000002-0000-4000-9000-000000000001", "role": "authenticated"}', true);
	insert into public.call_steps (call_id, step, body) values (${call}, 'opened', 'Die Frist reicht.');
end $do$`;
