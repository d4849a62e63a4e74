import { z } from 'zod';
import { ask, document, type Database } from '#lib/server/database.ts';
import { outcome, plannedMeeting, type ReadableFile } from './calendar-file.ts';
import {
	calendarDocument,
	districtCalendar,
	meeting,
	momentsOf,
	type Calendar,
	type CalendarState,
	type ChangeForm,
	type DistrictCalendar,
	type MeetingForm
} from './meeting.ts';

const calendarOf = document('meeting_calendar', calendarDocument);
const meetingOf = document('meeting', meeting);
const districtMeetings = document('district_meetings', districtCalendar);
const previewing = document('preview_meetings', z.array(plannedMeeting));
const importing = document('import_meetings', z.partialRecord(outcome, z.int()));

/** @param after the last meeting shown of those to come @param before the last shown of the past. @throws Refusal NOTFD */
export async function calendar(
	db: Database,
	organisationId: string,
	{ after, before }: { after?: string | null; before?: string | null } = {}
): Promise<Calendar> {
	const asked = { p_organisation: organisationId, p_after: after, p_before: before };
	return calendarOf(db, asked as never);
}

/** @throws Refusal NOTFD for those who may not read it */
export const find = (db: Database, id: string) => meetingOf(db, { p_id: id });

/** The meetings of a month of all bodies or of one, for planners. @param month its first day. @throws Refusal NOTFD */
export async function ofDistrict(
	db: Database,
	authorityId: string,
	{ month, organisation, after }: { month: string; organisation?: string | null; after?: string | null }
): Promise<DistrictCalendar> {
	const asked = { p_authority: authorityId, p_month: month, p_organisation: organisation, p_after: after };
	return districtMeetings(db, asked as never);
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
	previewing(db, inFile(organisationId, file));

/** Takes over a file, all or nothing. @returns how many meetings by outcome */
export const take = (db: Database, organisationId: string, file: ReadableFile) =>
	importing(db, inFile(organisationId, file));

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
