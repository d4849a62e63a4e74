import { m } from '#lib/i18n/paraglide/messages.js';
import type { FeedEntry } from '#lib/meetings/feed.ts';
import type { RoundWindow } from './window.ts';

const halfHour = 30 * 60 * 1000;

/**
 * A round as a calendar shows it: when it begins, and until when each organisation of the person is asked; for who plans, when it
 * ends. The ends have the names that the feed of a person gives them, so that they are not there twice.
 */
export function windowEntries(round: RoundWindow): FeedEntry[] {
	const { id, title, opensAt, closesAt, prolongations, addressees } = round;
	const ends = addressees.length
		? addressees.map(({ id, name, dueAt, isAnswered, extensions }) => ({
				uid: `call-${id}`,
				at: dueAt,
				title: `${title} – ${name}`,
				sequence: prolongations + extensions,
				isCancelled: isAnswered
			}))
		: [{ uid: `round-${id}-end`, at: closesAt, title, sequence: prolongations, isCancelled: false }];
	return [
		entry(round, {
			uid: `round-${id}-begin`,
			at: opensAt,
			title: m.rounds_window_begin({ title }),
			sequence: 0,
			isCancelled: false
		}),
		...ends.map((end) => entry(round, { ...end, at: new Date(Date.parse(end.at) - halfHour).toISOString() }))
	];
}

type Given = Pick<FeedEntry, 'uid' | 'title' | 'sequence' | 'isCancelled'> & { at: string };

/** @param given.at when it begins; it lasts half an hour, since programs hide what has no length */
const entry = ({ slug }: RoundWindow, { uid, at, ...given }: Given): FeedEntry => ({
	...given,
	uid: `${uid}@augenhoehe`,
	startsAt: at,
	endsAt: new Date(Date.parse(at) + halfHour).toISOString(),
	subject: { kind: 'call', key: `rounds/${slug}` },
	isAllDay: false,
	place: null,
	isPublic: false,
	changedAt: null
});
