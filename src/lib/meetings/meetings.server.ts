import { ask, type Database } from '#lib/server/database.ts';
import type { Outcome, PlannedMeeting, ReadableFile } from './calendar-file.ts';
import {
	momentsOf,
	type Calendar,
	type CalendarState,
	type ChangeForm,
	type DistrictCalendar,
	type Meeting,
	type MeetingForm
} from './meeting.ts';

/** @param after the last meeting shown of those to come @param before the last shown of the past. @throws Refusal NOTFD */
export async function calendar(
	db: Database,
	organisationId: string,
	{ after, before }: { after?: string | null; before?: string | null } = {}
): Promise<Calendar> {
	const asked = { p_organisation: organisationId, p_after: after, p_before: before };
	return ask<Calendar>(db.rpc('meeting_calendar', asked as never));
}

/** @throws Refusal NOTFD for those who may not read it */
export const find = (db: Database, id: string) => ask<Meeting>(db.rpc('meeting', { p_id: id }));

/** The meetings of a month of all bodies or of one, for planners. @param month its first day. @throws Refusal NOTFD */
export async function ofDistrict(
	db: Database,
	authorityId: string,
	{ month, organisation, after }: { month: string; organisation?: string | null; after?: string | null }
): Promise<DistrictCalendar> {
	const asked = { p_authority: authorityId, p_month: month, p_organisation: organisation, p_after: after };
	return ask<DistrictCalendar>(db.rpc('district_meetings', asked as never));
}

/** The same form sent twice is one meeting. @returns its id. @throws Refusal NOTFD, RULED for the past */
export const add = (db: Database, organisationId: string, form: MeetingForm): Promise<string> =>
	ask(db.rpc('add_meeting', { p_organisation: organisationId, p_id: form.form_id, ...written(form) }));

/** @throws Refusal STALE when it has been changed since the form was made, RULED when it was cancelled or has begun */
export async function change(db: Database, id: string, form: ChangeForm) {
	await ask(db.rpc('change_meeting', { p_id: id, p_sequence: form.sequence, ...written(form) }));
}

/** It stays in the calendar as cancelled. @throws Refusal RULED once it has begun */
export async function cancel(db: Database, id: string) {
	await ask(db.rpc('cancel_meeting', { p_id: id }));
}

export async function state(db: Database, organisationId: string, state: CalendarState) {
	await ask(db.rpc('state_calendar', { p_organisation: organisationId, p_state: state }));
}

/** What each meeting of a file would do, in their order, and then the dates that it no longer has. */
export const preview = (db: Database, organisationId: string, file: ReadableFile) =>
	ask<PlannedMeeting[]>(db.rpc('preview_meetings', inFile(organisationId, file)));

/** Takes over a file, all or nothing. @returns how many meetings by outcome */
export const take = (db: Database, organisationId: string, file: ReadableFile) =>
	ask<Partial<Record<Outcome, number>>>(db.rpc('import_meetings', inFile(organisationId, file)));

const inFile = (organisationId: string, { meetings, whole }: ReadableFile) => ({
	p_organisation: organisationId,
	p_meetings: meetings as never,
	p_whole: whole
});

const written = (form: MeetingForm) => {
	const { startsAt, endsAt } = momentsOf(form);
	return {
		p_starts_at: startsAt,
		p_ends_at: endsAt as string,
		p_title: form.title,
		p_body: form.body,
		p_place: form.place,
		p_is_public: form.access === 'public'
	};
};
