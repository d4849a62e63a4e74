import type { RequestEvent } from '@sveltejs/kit';
import { askedOf, type SurveyReply } from './survey.ts';
import * as surveys from './surveys.server.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'> & { params: { slug: string } };

/** The survey of the address as its addressee reads it, for every page of the answer. */
export function requireReply(event: Event): Promise<SurveyReply> {
	const { db, authority } = event.locals;
	return surveys.reply(db, authority.id, askedOf(event));
}
