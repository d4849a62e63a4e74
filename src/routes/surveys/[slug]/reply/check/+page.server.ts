import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { askedOf, replyPath } from '#lib/surveys/survey.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import { action } from '#lib/server/action.ts';
import { Refusal } from '#lib/server/database.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ reply: await requireReply(event) });

export const actions: Actions = {
	release: action({
		verb: ({ db, sent }) => surveys.release(db, addresseeIn(sent), seenIn(sent)).catch(inOtherWords),
		to: (event) => replyPath(askedOf(event), 'receipt')
	}),
	handIn: action({
		verb: ({ db, sent }) => surveys.handIn(db, addresseeIn(sent)),
		to: (event) => replyPath(askedOf(event), '', { vorgelegt: 'ja' })
	})
};

const seen = z.record(z.string(), z.int());

/** What the page showed; without it nothing is released. */
function seenIn(sent: FormData): Record<string, number> {
	try {
		return seen.parse(JSON.parse(String(sent.get('seen'))));
	} catch {
		error(400);
	}
}

const addresseeIn = (sent: FormData) => String(sent.get('addressee') ?? '');

function inOtherWords(refusal: unknown): never {
	const isChanged = refusal instanceof Refusal && refusal.code === 'STALE';
	throw isChanged ? new Refusal('STALE', 409, 'surveys_check_changed') : refusal;
}
