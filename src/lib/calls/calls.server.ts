import type { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { callPage, type CallPage } from './call-list.ts';
import type { publicationForm } from './publication.ts';
import { closing, stepOptions, type Closing, type StepOptions } from './step.ts';

const page = document('list_calls', callPage);
const optionsOf = document('call_step_options', stepOptions);
const closingOf = document('call_closing', closing);

/** Fifty calls the person may see, newest first. @param after short name of the last one shown @param kind of one kind only */
export const list = (
	db: Database,
	authorityId: string,
	after: string | null,
	kind?: string
): Promise<CallPage> => page(db, { p_authority: authorityId, p_after: after, p_kind: kind ?? null });

/** What has to be known before a call is prolonged, closed or published. @param until the end that is thought of */
export const options = (
	db: Database,
	authorityId: string,
	slug: string,
	until?: string
): Promise<StepOptions> => optionsOf(db, { p_authority: authorityId, p_slug: slug, p_until: until ?? null });

/** Opens the call: every addressee is invited. @throws Refusal MISSG body when a session lies outside the window */
export const open = (db: Database, authorityId: string, slug: string, body: string) =>
	take(db, authorityId, slug, 'opened', body);

/** @param closesAt the new end as ISO time */
export const prolong = (db: Database, authorityId: string, slug: string, closesAt: string, body: string) =>
	take(db, authorityId, slug, 'prolonged', body, closesAt);

/** @throws Refusal RULED while somebody has time left or a report has no answer */
export const close = (db: Database, authorityId: string, slug: string) =>
	take(db, authorityId, slug, 'closed');

/** What there is to say of a call that is closed. @throws Refusal NOTFD before it is, and for everybody but planners */
export const closed = (db: Database, authorityId: string, slug: string): Promise<Closing> =>
	closingOf(db, { p_authority: authorityId, p_slug: slug });

/** @param body the summary @throws Refusal MISSG body, audience */
export const publish = (
	db: Database,
	authorityId: string,
	slug: string,
	{ body, audience }: z.infer<typeof publicationForm>
) => take(db, authorityId, slug, 'published', body, null, audience);

async function take(
	db: Database,
	authorityId: string,
	slug: string,
	step: string,
	body: string | null = null,
	closesAt: string | null = null,
	audience: string | null = null
) {
	await ask(
		db.rpc('take_call_step', {
			p_authority: authorityId,
			p_slug: slug,
			p_step: step,
			p_body: body,
			p_closes_at: closesAt,
			p_audience: audience
		})
	);
}
