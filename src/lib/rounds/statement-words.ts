import { channelInWords } from '#lib/channels/source.ts';
import { date, moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Entry } from '#lib/chronicle/entry.ts';
import { declined } from '#lib/people/person.ts';
import type { Statement } from './call-kind-document.ts';
import type { Silent, SubmittedPoint, Work } from './statement-document.ts';

type State = Statement['state'];
type Kind = Statement['kind'];

export const stateWords: Record<State, () => string> = {
	draft: m.rounds_state_draft,
	frozen: m.rounds_state_frozen,
	decided: m.rounds_state_decided,
	signed: m.rounds_state_signed,
	submitted: m.rounds_state_submitted,
	discarded: m.rounds_state_discarded
};

/** "Gemeinsame Stellungnahme", "Stellungnahme von Frau Rau allein" */
export const statementInWords = ({ kind, personName }: { kind: Kind; personName: string | null }) =>
	kind === 'joint'
		? m.rounds_joint()
		: kind === 'no_objections'
			? m.rounds_no_objections()
			: personName
				? m.rounds_individual_of({ whom: declined(personName) })
				: m.rounds_individual_of_member();

const decisionWords = {
	session: m.rounds_decided_session,
	circular: m.rounds_decided_circular,
	board: m.rounds_decided_board,
	chair: m.rounds_decided_chair,
	head: m.rounds_decided_head
};

/** "Beschlossen in der Sitzung am 12. März 2027." */
export const decisionInWords = ({ decision, decidedOn }: Pick<Statement, 'decision' | 'decidedOn'>) =>
	decision && decidedOn ? decisionWords[decision]({ date: date(decidedOn) }) : '';

/** "Unterzeichnet von Herrn Brandt, Vorsitz, am 12. März 2027." */
export const signatureInWords = ({ signedName, signedPost, signedAt }: Statement) =>
	signedAt
		? m.rounds_signed_by({
				whom: declined(
					[signedName, signedPost].filter(Boolean).join(', ') || m.rounds_former_member_dative()
				),
				date: date(signedAt)
			})
		: '';

const stepWords = {
	frozen: m.rounds_step_frozen,
	unfrozen: m.rounds_step_unfrozen,
	decided: m.rounds_step_decided,
	signed: m.rounds_step_signed,
	submitted: m.rounds_step_submitted,
	discarded: m.rounds_step_discarded
};

/** The way of a statement, for its room. */
export const chronicleOf = (steps: Work['steps']): Entry[] =>
	steps.map(({ step, personName, writtenBy, postTitle, at }) => ({
		at,
		what: stepWords[step](),
		by: [
			personName ?? m.rounds_former_member(),
			postTitle,
			writtenBy && m.rounds_written_by({ whom: declined(writtenBy) })
		]
			.filter(Boolean)
			.join(', ')
	}));

/** Why somebody may not have answered, as far as the ledger knows. */
export const reasonsOf = ({ isUnreached, lacksMeeting, nextMeeting, extension }: Silent) =>
	[
		isUnreached && m.rounds_silent_unreached(),
		lacksMeeting &&
			(nextMeeting ? m.rounds_silent_meets({ moment: moment(nextMeeting) }) : m.rounds_silent_no_meeting()),
		extension === 'asked' && m.rounds_silent_asks()
	]
		.filter(Boolean)
		.join(' ');

/** "Gemeinsame Stellungnahme, Punkt 3, eingereicht am …, zu spät, Brief" */
export const sourceOfPoint = ({
	statementKind,
	personName,
	place,
	submittedAt,
	isLate,
	channel
}: SubmittedPoint) =>
	[
		statementInWords({ kind: statementKind, personName }),
		m.rounds_point_number({ number: place }),
		moment(submittedAt),
		isLate && m.rounds_late(),
		channel !== 'online' && channelInWords(channel)
	]
		.filter(Boolean)
		.join(', ');
