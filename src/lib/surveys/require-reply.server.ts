import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#lib/server/database.ts';
import { askedOf, replyPath, type SurveyReply } from './survey.ts';
import * as surveys from './surveys.server.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } };

/** The survey of the address as its addressee reads it, for every page of the answer. */
export function requireReply(event: Event): Promise<SurveyReply> {
	const { db, authority } = event.locals;
	return surveys.reply(db, authority.id, askedOf(event)).catch(askFor(event));
}

/** Who is asked for several organisations and came without the name of one is asked which; the address goes along. */
export const askFor =
	({ params, url }: Event) =>
	(refusal: unknown): never => {
		if (!(refusal instanceof Refusal) || refusal.code !== 'WHICH') throw refusal;
		redirect(303, replyPath(params, 'organisation', { weiter: url.pathname + url.search }));
	};
