import { byWhom } from '#lib/chronicle/entry.ts';
import { date, list, moment, number, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { dutyInWords } from '#lib/calls/link.ts';
import { channelInWords, sourceInWords } from '#lib/channels/source.ts';
import { declined } from '#lib/people/person.ts';
import { answerInWords, inputOf } from './own-question.ts';
import { inputFor } from './survey-form.ts';
import {
	hasWords,
	isOwn,
	notHandedIn,
	type CallEvent,
	type Form,
	type Outcome,
	type Question,
	type Returned,
	type ReturnedField,
	type SurveyField,
	type SurveyReply
} from './survey.ts';

export const outcomeWords: Record<Outcome, () => string> = {
	needs: m.surveys_outcome_needs,
	nil_return: m.surveys_outcome_nil,
	not_competent: m.surveys_outcome_not_competent,
	answered: m.surveys_outcome_answered
};

const survey = { kind: 'surveys' };

/** The wording of a question in the reader's language. */
export const wordingOf = ({ label, labelEn, hint, hintEn }: Question) =>
	getLocale() === 'en' ? { label: labelEn, hint: hintEn } : { label, hint };

/** What was said of a field: the choice, and the words below each question that has some; to own questions everything. */
export const saidRows = (
	{ outcome, answers, unknown }: Pick<Returned, 'answers' | 'unknown'> & { outcome: Outcome | null },
	{ questions, own }: Form
): { name: string; label: string; value: string | null }[] =>
	outcome === 'answered'
		? own.map((question) => ({
				name: inputOf(question),
				label: question.label,
				value: answerInWords(question, answers)
			}))
		: [
				{ name: 'choice', label: m.surveys_choice(), value: outcome && outcomeWords[outcome]() },
				...questions
					.filter(({ key }) => answers[key] || unknown.includes(key))
					.map((question) => ({
						name: inputFor(question.key),
						label: wordingOf(question).label,
						value: [answers[question.key], unknown.includes(question.key) && m.surveys_unknown()]
							.filter(Boolean)
							.join('\n')
					}))
			];

/** "Fehlanzeige für 7 Felder: Pflege, Jugend …", for each outcome of fields one sentence. */
export function inShort(said: { outcome: Outcome; label: string }[]): string[] {
	const ofFields = said.filter(({ outcome }) => outcome !== 'answered');
	const alike = Map.groupBy(ofFields, ({ outcome }) => outcome);
	return [...alike].map(([outcome, group]) =>
		m.surveys_in_short({
			outcome: outcomeWords[outcome](),
			count: group.length,
			fields: list(group.map(({ label }) => label))
		})
	);
}

/** The state of a field as a word with its sign, the same for a clerk and the head: what is filled in waits once it is handed in. */
export function fieldState(field: SurveyField): { sign: 'done' | 'now' | 'open'; word: string } {
	const { returned, waits, choice, drafts, reports } = field;
	if (waits && choice) {
		const outcome = outcomeWords[choice]();
		const say = field.isHandedIn ? m.surveys_state_waits : m.surveys_state_filled;
		return { sign: 'now', word: say({ outcome }) };
	}
	if (returned?.outcome === 'needs' && reports.length)
		return { sign: 'done', word: m.surveys_state_needs({ count: reports.length }) };
	if (returned)
		return {
			sign: 'done',
			word: m.surveys_state_returned({
				outcome: outcomeWords[returned.outcome](),
				date: shortDate(returned.at)
			})
		};
	if (isOwn(field) && hasWords(field)) return { sign: 'now', word: m.surveys_state_incomplete() };
	if (drafts.some(({ handedInAt }) => handedInAt))
		return { sign: 'now', word: m.surveys_state_report_waits() };
	if (drafts.length) return { sign: 'now', word: m.surveys_state_report_begun() };
	if (choice === 'needs') return { sign: 'now', word: m.surveys_state_report_missing() };
	if (hasWords(field)) return { sign: 'now', word: m.surveys_state_begun() };
	return { sign: 'open', word: m.surveys_state_open() };
}

/** Who said it and how it came in, when that was not online. */
export function sourceOf({
	at,
	channel,
	givenBy,
	receivedOn,
	enteredBy,
	enteredIn,
	releasedBy
}: Returned): string {
	if (channel === 'online') return releasedBy ? m.surveys_released_by({ whom: declined(releasedBy) }) : '';
	return m.surveys_entered({
		source: sourceInWords(channel, receivedOn ?? at, givenBy),
		whom: declined([enteredBy, enteredIn].filter(Boolean).join(', '))
	});
}

/** "Herr Voß oder Frau Kern"; empty when nobody holds such a post. */
export const releaserNames = ({ releasers }: SurveyReply) => list(releasers.map(({ name }) => name));

/** How far one is, in one sentence. */
export function standingOf(reply: SurveyReply): string {
	const { answeredAt, isLate, standing } = reply;
	const fields = reply.fields.filter((field) => !isOwn(field));
	if (standing === 'answered' || standing === 'nil_return') {
		const say = isLate ? m.surveys_standing_late : m.surveys_standing_done;
		return say({ moment: moment(answeredAt!) });
	}
	if (standing === 'silent' || standing === 'incomplete') return m.surveys_standing_closed();
	const returned = fields.filter((field) => field.returned).length;
	const begun = notHandedIn(reply).length;
	const waiting = reply.fields.filter(({ waits }) => waits).length - begun;
	const more = [
		waiting > 0 && m.surveys_standing_waiting({ count: waiting }),
		begun > 0 && m.surveys_standing_filled({ count: begun })
	];
	return m.surveys_standing({
		returned: number(returned),
		asked: number(fields.length),
		waiting: more.filter((sentence) => sentence !== false).join(' ')
	});
}

/** The record of one addressee as sentences, newest first; each return is one of them. */
export const chronicleOf = (events: CallEvent[], labels: Record<string, string>) =>
	events
		.map((event) => ({
			at: event.at,
			what: whatOf(event, labels),
			by: byWhom(event.personName, event.postTitle),
			text: typeof event.detail.body === 'string' ? event.detail.body : undefined
		}))
		.reverse();

/** "Pflege und Jugend: Fehlanzeige; Mobilität: Bedarf" */
function returnedFields(fields: ReturnedField[], labels: Record<string, string>): string {
	const said = Map.groupBy(fields, ({ outcome }) => outcome);
	return [...said]
		.map(([outcome, group]) =>
			m.surveys_event_returned_field({
				field: list(group.map(({ field }) => labels[field] ?? field)),
				outcome: outcomeWords[outcome]()
			})
		)
		.join('; ');
}

function whatOf({ kind, detail }: CallEvent, labels: Record<string, string>): string {
	const text = (key: string) => String(detail[key] ?? '');
	switch (kind) {
		case 'call_returned':
			return m.surveys_event_returned({
				what: returnedFields(detail.fields as ReturnedField[], labels),
				channel: channelInWords(text('channel')),
				late: detail.isLate ? m.surveys_event_late() : ''
			});
		case 'extension_asked':
			return m.surveys_event_extension_asked({ moment: moment(text('until')) });
		case 'extension_granted':
			return m.surveys_event_extension_granted({ moment: moment(text('until')) });
		case 'extension_refused':
			return m.surveys_event_extension_refused();
		case 'call_letter':
			return m.surveys_event_letter();
		case 'link_made':
			return m.guest_link_event_made({
				recipient: text('recipient'),
				duty: dutyInWords(survey, text('duty')),
				date: date(text('until'))
			});
		case 'link_ended':
			return m.guest_link_event_ended({ recipient: text('recipient') });
		case 'link_used':
			return m.guest_link_event_used({ duty: dutyInWords(survey, text('duty')), name: text('givenBy') });
		default:
			return m.surveys_event_reminder();
	}
}
