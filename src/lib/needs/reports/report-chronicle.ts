import { byWhom, type Entry } from '#lib/chronicle/entry.ts';
import { date, moment } from '#lib/i18n/format.ts';
import { actorOf } from '#lib/people/assistance.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Level, ReportEvent, Verdict } from './need-report.ts';
import { words } from './report-words.ts';
import { actInWords } from './taking-back.ts';
import { channelInWords, sourceOf } from '#lib/channels/source.ts';
import { href } from '#lib/i18n/addresses.ts';
import { labelOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { declined } from '#lib/people/person.ts';

/** The chronicle of a report as sentences, newest first: who in which post did what. */
export function chronicleOf(events: ReportEvent[], vocabulary: Vocabulary): Entry[] {
	return events
		.map((event) => ({
			at: event.at,
			what: whatOf(event, vocabulary),
			by: byOf(event),
			text: event.body,
			href:
				typeof event.detail.joins === 'string'
					? href('/needs/[number]', { number: event.detail.joins })
					: undefined
		}))
		.reverse();
}

function whatOf(
	{ kind, detail, decision }: ReportEvent,
	{ fieldsOfAction, decisionWords }: Vocabulary
): string {
	const text = (key: string) => String(detail[key] ?? '');
	const entered = { organisation: text('for'), source: sourceOf(detail) };
	switch (kind) {
		case 'released':
			return [
				released(actorOf(text('writtenBy'), detail.writtenFor), text('writtenIn'), text('joins')),
				detail.takenBackAt && m.report_event_released_again({ moment: moment(text('takenBackAt')) }),
				forMember(detail)
			]
				.filter(Boolean)
				.join(' ');
		case 'entered':
			return m.channels_event_entered(entered);
		case 'assessed': {
			const field = labelOf(fieldsOfAction, text('field'));
			const level = words.level[text('responsibleLevel') as Level]?.() ?? '';
			return detail.regrouped
				? m.report_event_regrouped({ field, level })
				: m.report_event_assessed({ field, level });
		}
		case 'question':
			return m.report_event_question();
		case 'reply':
			return entered.source ? m.channels_event_reply(entered) : m.report_event_reply();
		case 'addition':
			return entered.source ? m.channels_event_addition(entered) : m.report_event_addition();
		case 'interim_status':
			return m.report_event_interim_status();
		case 'handed_over':
			return m.report_event_handed_over({ office: text('office'), date: date(text('dueOn')) });
		case 'answered':
			return m.report_event_answered({ decision: labelOf(decisionWords, decision ?? '') });
		case 'answer_corrected':
			return m.report_event_answer_corrected({ decision: labelOf(decisionWords, decision ?? '') });
		case 'gap_asked':
			return m.report_event_gap_asked();
		case 'need_reopened':
			return m.report_event_need_reopened();
		case 'taken_back':
			return m.report_event_taken_back({ what: actInWords(text('kind')), moment: moment(text('at')) });
		case 'need_renamed':
			return m.report_event_need_renamed();
		case 'need_merged':
			return m.report_event_need_merged();
		case 'need_split':
			return m.report_event_need_split();
		case 'gap_answered':
			return gapAnswered(words.verdict[text('verdict') as Verdict]?.() ?? '', entered);
	}
}

const gapAnswered = (verdict: string, entered: { organisation: string; source: string }) =>
	entered.source
		? m.channels_event_gap_answered({ verdict: `${verdict}.`, ...entered })
		: m.report_event_gap_answered({ verdict });

/** "Geschrieben für Herrn Otto (Anruf)." where the office of a council wrote for a member. */
const forMember = ({ givenBy, channel }: ReportEvent['detail']) =>
	typeof givenBy === 'string' &&
	m.channels_event_for_member({ whom: declined(givenBy), channel: channelInWords(String(channel)) });

function released(writer: string, writersPost: string, joins: string): string {
	const first = joins ? m.report_event_joined({ number: joins }) : m.report_event_released();
	const name = [writer, writersPost].filter(Boolean).join(', ');
	return name ? `${first} ${m.report_event_written_by({ whom: declined(name) })}` : first;
}

/** "Frau Kern, Hauptamt, Stadt Oberharz am Brocken": who in which post. */
const byOf = ({ personName, postTitle, detail }: ReportEvent): string | undefined =>
	byWhom(personName && actorOf(personName, detail.forPerson), postTitle) || undefined;
