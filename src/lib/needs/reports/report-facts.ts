import { date, list, shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NeedReport } from './need-report.ts';
import { words } from './report-words.ts';
import { channelInWords, sourceInWords } from '#lib/channels/source.ts';
import { href } from '#lib/i18n/addresses.ts';
import { labelOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';

interface Fact {
	term: string;
	value?: string | null;
	href?: string;
}

/** What one wants to know of a report at a glance. Facts the reader may not know have no value and are left out. */
export function factsOf(report: NeedReport, { fieldsOfAction, targetGroups }: Vocabulary): Fact[] {
	return [
		{ term: m.report_fact_organisation(), value: report.organisationName },
		{ term: m.report_fact_place(), value: placeOf(report) },
		{ term: m.channels_fact(), value: channelOf(report) },
		{ term: m.report_fact_field(), value: labelOf(fieldsOfAction, report.assessedField) },
		{
			term: m.report_fact_groups(),
			value: list(report.targetGroups.map((key) => labelOf(targetGroups, key)))
		},
		{
			term: m.report_fact_affected(),
			value: report.affectedRange && words.affectedRange[report.affectedRange]()
		},
		{ term: m.report_fact_urgency(), value: joined(words.urgency[report.urgency](), report.urgencyReason) },
		{ term: m.report_fact_noticed(), value: noticedOf(report) },
		{ term: m.report_fact_since(), value: report.noticedSince },
		{ term: m.report_fact_evidence(), value: evidenceOf(report) },
		{ term: m.report_fact_responsible(), value: responsibleOf(report) },
		{ term: m.report_fact_office(), value: officeOf(report) },
		{ term: m.report_fact_cost(), value: report.costIdea },
		{ term: m.report_fact_visibility(), value: words.visibility[report.visibility]() },
		{ term: m.report_fact_contact(), value: report.contact },
		{
			term: m.report_fact_joins(),
			value: report.joins?.title,
			href: report.joins ? href('/needs/[number]', { number: report.joins.number }) : undefined
		}
	];
}

/** "Brief vom 12. März 2027"; nothing for what was written online. */
const channelOf = ({ channel = 'online', isTranscription, receivedAt }: NeedReport) =>
	isTranscription ? sourceInWords(channel, receivedAt) : channel === 'online' ? '' : channelInWords(channel);

const joined = (...parts: (string | number | null | undefined)[]) => parts.filter(Boolean).join(', ');

/** "Hasselfelde (Oberharz am Brocken)" */
function placeOf({ locality, municipalityName }: Pick<NeedReport, 'locality' | 'municipalityName'>): string {
	return municipalityName && municipalityName !== locality ? `${locality} (${municipalityName})` : locality;
}

function noticedOf({ noticedSource, noticedBody, noticedOn, noticedItem }: NeedReport): string {
	const source = noticedBody || (noticedSource ? words.noticedSource[noticedSource]() : '');
	return joined(source, noticedOn && date(noticedOn), noticedItem);
}

function evidenceOf({ evidence, evidenceYear, evidenceSource }: NeedReport): string {
	const origin = joined(evidenceSource, evidenceYear);
	return evidence && origin ? `${evidence} (${origin})` : (evidence ?? origin);
}

/** Whose job it is: what the planner found, else what the reporter thinks. */
function responsibleOf({ responsibleLevel, responsibleLevels }: NeedReport): string {
	if (responsibleLevel) return words.level[responsibleLevel]();
	const proposed = list((responsibleLevels ?? []).map((level) => words.level[level]()));
	return proposed && m.report_fact_responsible_proposed({ levels: proposed });
}

function officeOf({ office, officeDueOn }: NeedReport): string | null {
	return office && officeDueOn
		? m.report_fact_office_until({ office, date: shortDate(officeDueOn) })
		: (office ?? null);
}
