import { byWhom } from '#lib/chronicle/entry.ts';
import { languages } from '#lib/i18n/display.ts';
import { date, list, moment, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { groups, paces, type Group } from '#lib/mail/preference.ts';
import { stateInWords } from '#lib/meetings/when.ts';
import { deviceInWords } from './device.ts';
import type { OwnData, Typed } from './own-data.ts';
import { fullName } from './person.ts';
import { choiceInWords } from '#lib/votes/vote-words.ts';

/** A heading with a table below it; the first cell of a row names the row. */
export interface Section {
	key: string;
	title: string;
	columns: string[];
	rows: string[][];
}

/** What is stored about oneself as facts, in words. */
export function factsOf({
	person,
	display,
	mailPreferences,
	signIn,
	feed
}: OwnData): { term: string; value: string }[] {
	return [
		{ term: m.people_account_name(), value: fullName(person) },
		{ term: m.people_email(), value: person.email },
		{ term: m.account_data_since(), value: date(person.createdAt) },
		{ term: m.account_data_visited(), value: when(person.visitedAt) },
		{ term: m.account_data_visited_before(), value: when(person.visitedBeforeAt) },
		{
			term: m.people_account_display(),
			value: displayInWords(display)
		},
		{ term: m.mail_preferences_title(), value: pacesIn(mailPreferences) },
		{ term: m.account_data_password(), value: when(signIn.passwordChangedAt) },
		{
			term: m.account_factor(),
			value: signIn.secondFactorSince ? moment(signIn.secondFactorSince) : m.account_factor_none()
		},
		...(signIn.secondFactorSince
			? [{ term: m.account_data_codes_left(), value: String(signIn.recoveryCodesLeft) }]
			: []),
		...(feed ? [{ term: m.account_data_feed(), value: moment(feed.at) }] : [])
	];
}

/** How other nouns call what stands in their logs. */
export interface LogWords {
	/** What an entry of the record of rights means. */
	rightsIn: (kind: string) => string;
	/** What an entry of the audit log means. */
	auditIn: (entry: OwnData['audit'][number]) => string;
}

/** Everything else as tables; what there is none of is left out. */
export function sectionsOf(data: OwnData, { rightsIn, auditIn }: LogWords): Section[] {
	const organisation = m.account_data_organisation();
	const sections: Section[] = [
		{
			key: 'posts',
			title: m.account_data_posts(),
			columns: [m.account_data_post(), organisation, m.account_data_from(), m.account_data_until()],
			rows: data.posts.map((post) => [
				post.title,
				post.organisationName,
				shortDate(post.startsOn),
				ended(post.endsOn, post.endedAt)
			])
		},
		{
			key: 'invitations',
			title: m.account_data_invitations(),
			columns: [m.account_data_post(), organisation, m.people_email(), m.account_data_when()],
			rows: data.invitations.map((i) => [i.postTitle, i.organisationName, i.email, moment(i.at)])
		},
		{
			key: 'reports',
			title: m.account_data_reports(),
			columns: [
				m.account_data_number(),
				m.account_data_title_of(),
				m.account_data_role(),
				m.account_data_when()
			],
			rows: data.reports.map((report) => [
				report.number,
				report.title,
				sharesIn([
					[report.hasWritten, m.account_data_role_written],
					[report.hasReleased, m.account_data_role_released]
				]),
				moment(report.at)
			])
		},
		{
			key: 'drafts',
			title: m.account_data_drafts(),
			columns: [m.account_data_title_of(), organisation, m.account_data_typed(), m.account_data_when()],
			rows: data.drafts.map((d) => [
				d.title ?? m.account_data_untitled(),
				d.organisationName,
				typedIn(d.answers),
				moment(d.at)
			])
		},
		{
			key: 'messages',
			title: m.account_data_messages(),
			columns: [
				m.account_data_what(),
				m.account_data_number(),
				m.account_data_typed(),
				m.account_data_when()
			],
			rows: data.messages.map((said) => [entryInWords(said.kind), said.number, said.text, moment(said.at)])
		},
		{
			key: 'attachments',
			title: m.account_data_attachments(),
			columns: [m.account_data_file(), m.account_data_number(), m.account_data_when()],
			rows: data.attachments.map((a) => [a.fileName, a.number ?? '–', moment(a.at)])
		},
		{
			key: 'answers',
			title: m.account_data_answers(),
			columns: [
				m.account_data_call(),
				m.account_data_field(),
				organisation,
				m.account_data_typed(),
				m.account_data_role(),
				m.account_data_when()
			],
			rows: data.surveyAnswers.map((a) => [
				a.callTitle,
				a.fieldLabel,
				a.organisationName,
				typedIn(a.answers),
				sharesIn([
					[a.hasEntered, m.account_data_role_entered],
					[a.hasReleased, m.account_data_role_released]
				]),
				moment(a.at)
			])
		},
		{
			key: 'saved',
			title: m.account_data_saved(),
			columns: [
				m.account_data_call(),
				m.account_data_field(),
				organisation,
				m.account_data_typed(),
				m.account_data_when()
			],
			rows: data.savedAnswers.map((a) => [
				a.callTitle,
				a.fieldLabel,
				a.organisationName,
				typedIn(a.answers),
				moment(a.at)
			])
		},
		{
			key: 'meetings',
			title: m.account_data_meetings(),
			columns: [
				m.account_data_title_of(),
				organisation,
				m.account_data_begins(),
				m.account_data_place(),
				m.account_data_when()
			],
			rows: data.meetings.map((meeting) => [
				meeting.title,
				[meeting.organisationName, meeting.body].filter(Boolean).join(', '),
				moment(meeting.startsAt),
				meeting.place ?? '–',
				moment(meeting.at)
			])
		},
		{
			key: 'calendars',
			title: m.account_data_calendars(),
			columns: [organisation, m.account_data_what(), m.account_data_when()],
			rows: data.calendars.map((c) => [c.organisationName, stateInWords(c.state), moment(c.at)])
		},
		{
			key: 'steps',
			title: m.account_data_steps(),
			columns: [m.account_data_call(), m.account_data_what(), m.account_data_when()],
			rows: data.callSteps.map((s) => [s.callTitle, steps[s.step](), moment(s.at)])
		},
		{
			key: 'assistances',
			title: m.account_data_assistances(),
			columns: [m.account_data_role(), m.account_data_post(), organisation, m.account_data_until()],
			rows: data.assistances.map((a) => [
				a.role === 'member' ? m.account_data_role_member() : m.account_data_role_assistant(),
				a.postTitle,
				a.organisationName,
				shortDate(a.endedAt ?? a.endsOn)
			])
		},
		{
			key: 'imports',
			title: m.account_data_imports(),
			columns: [m.account_data_file(), m.account_data_when()],
			rows: data.imports.map((i) => [i.fileName, moment(i.at)])
		},
		{
			key: 'entries',
			title: m.account_data_entries(),
			columns: [
				m.account_data_what(),
				m.account_data_number(),
				m.account_data_under(),
				m.account_data_when()
			],
			rows: data.entries.map((e) => [
				entryInWords(e.kind),
				e.number ?? '–',
				byWhom(e.personName, e.postTitle),
				moment(e.at)
			])
		},
		{
			key: 'rights',
			title: m.account_data_rights(),
			columns: [m.account_data_what(), m.account_data_subject(), m.account_data_when()],
			rows: data.rightsChanged.map((r) => [rightsIn(r.kind), r.subject, moment(r.at)])
		},
		{
			key: 'audit',
			title: m.account_data_audit(),
			columns: [m.account_data_what(), m.account_data_when()],
			rows: data.audit.map((entry) => [auditIn(entry), moment(entry.at)])
		},
		{
			key: 'tokens',
			title: m.account_data_tokens(),
			columns: [m.account_data_token(), m.account_data_from(), m.account_data_until(), m.account_data_used()],
			rows: data.tokens.map((t) => [t.name, moment(t.at), moment(t.revokedAt ?? t.expiresAt), when(t.usedAt)])
		},
		{
			key: 'filters',
			title: m.account_data_filters(),
			columns: [m.account_data_token(), m.account_data_typed(), m.account_data_when()],
			rows: data.savedFilters.map((f) => [f.name, typedIn(f.filter), moment(f.at)])
		},
		{
			key: 'votes',
			title: m.votes_title(),
			columns: [
				m.votes_column_title(),
				m.account_data_organisation(),
				m.votes_column_choice(),
				m.account_data_when()
			],
			rows: data.votes.map((v) => [
				v.title,
				v.organisationName,
				v.choices ? list(Object.values(v.choices).map(choiceInWords)) : m.votes_secret(),
				moment(v.at)
			])
		},
		{
			key: 'mails',
			title: m.account_data_mails(),
			columns: [m.account_data_mail(), m.account_data_when()],
			rows: data.mails.map((mail) => [mail.subject, moment(mail.at)])
		},
		{
			key: 'sessions',
			title: m.account_data_sessions(),
			columns: [m.people_account_session_device(), m.people_account_session_since(), m.account_data_until()],
			rows: data.sessions.map((s) => [
				deviceInWords(s.device),
				moment(s.createdAt),
				moment(s.endedAt ?? s.expiresAt)
			])
		},
		{
			key: 'attempts',
			title: m.account_data_attempts(),
			columns: [m.account_data_when(), m.account_data_used()],
			rows: data.signIn.attempts.map((a) => [moment(a.at), when(a.usedAt)])
		},
		{
			key: 'addresses',
			title: m.account_data_addresses(),
			columns: [m.account_data_address_to(), m.account_data_address_from(), m.account_data_when()],
			rows: data.addressChanges.map((a) => [a.to, a.from, moment(a.at)])
		},
		{
			key: 'kept',
			title: m.account_data_kept(),
			columns: [m.account_data_page(), m.account_data_typed(), m.account_data_when()],
			rows: data.keptForms.map((k) => [k.path, typedIn(k.fields), moment(k.at)])
		},
		{
			key: 'links',
			title: m.account_data_links(),
			columns: [m.account_data_table(), m.account_data_column(), m.account_data_rows()],
			rows: data.links.map((l) => [l.table, l.column, String(l.rows)])
		}
	];
	return sections.filter(({ rows }) => rows.length > 0);
}

/** "Deutsch, Groß, Normal" */
function displayInWords({ locale, textSize, contrast }: OwnData['display']): string {
	const sizes: Record<string, () => string> = {
		normal: m.pages_display_text_normal,
		large: m.pages_display_text_large,
		larger: m.pages_display_text_larger
	};
	const language = languages[locale as keyof typeof languages] ?? locale;
	const strength = contrast === 'high' ? m.pages_display_contrast_high() : m.pages_display_contrast_normal();
	return [language, sizes[textSize]?.() ?? textSize, strength].join('; ');
}

/** "Meldungen: einmal am Tag"; whoever chose nothing hears at once. */
function pacesIn(chosen: OwnData['mailPreferences']): string {
	const label = (pace: string) => paces().find(({ value }) => value === pace)?.label ?? pace;
	const said = Object.entries(chosen).map(
		([group, pace]) => `${groups[group as Group].name()}: ${label(pace)}`
	);
	return said.join('; ') || label('at_once');
}

/** Everything typed and chosen, one after the other, as it is stored. */
const typedIn = (typed: Typed | null) =>
	Object.values(typed ?? {})
		.flat()
		.filter(Boolean)
		.join('; ') || '–';

const when = (at: string | null) => (at ? moment(at) : m.account_data_never());

const ended = (endsOn: string | null, endedAt: string | null) =>
	endedAt || endsOn ? shortDate((endedAt ?? endsOn)!) : m.people_account_post_open();

/** "geschrieben und freigegeben" */
const sharesIn = (shares: [boolean, () => string][]) =>
	list(shares.filter(([has]) => has).map(([, word]) => word()));

const steps: Record<OwnData['callSteps'][number]['step'], () => string> = {
	opened: m.account_data_step_opened,
	prolonged: m.account_data_step_prolonged,
	closed: m.account_data_step_closed,
	weighing: m.account_data_step_weighing,
	decided: m.account_data_step_decided,
	published: m.account_data_step_published
};

const entries = {
	released: m.account_data_entry_released,
	draft_handed_in: m.account_data_entry_handed_in,
	draft_returned: m.account_data_entry_returned,
	assessed: m.account_data_entry_assessed,
	handed_over: m.account_data_entry_handed_over,
	question: m.report_event_question,
	reply: m.report_event_reply,
	addition: m.report_event_addition,
	interim_status: m.report_event_interim_status,
	answered: m.account_data_entry_answered,
	answer_corrected: m.account_data_entry_corrected,
	gap_answered: m.account_data_entry_gap,
	note: m.needs_planner_internal_note,
	contribution: m.needs_planner_contribution
};
const entryInWords = (kind: string) =>
	entries[kind as keyof typeof entries]?.() ?? m.account_data_entry_other();
