import { rights } from './right.ts';

/** The record: rights, sign-ins, exports, the operator's commands. On the stage everybody has an entry of each kind. */
export const audit = rights(`
	opening the record | administrator | select public.list_audit_log('{harz}')
	opening the record of the Musterkreis | foreignAdministrator | select public.list_audit_log('{musterkreis}')
	reading who signed in | administrator | select from private.audit_entries where authority_id = '{harz}' and kind = 'signed_in'
	reading who exported what in the Musterkreis | foreignAdministrator | select from public.audit_log where authority_id = '{musterkreis}' and kind = 'exported'
	reading that a backup was made | administrator + foreignAdministrator | select from public.audit_log where kind = 'operator_backup'
	reading attempts that belong to nobody | nobody | select from public.audit_log where authority_id is null and kind = 'sign_in_failed'
	recording one's own export | members | select (public.audit_export('{harz}', 'need_reports', 3) is null)::text
	recording an export for an authority one does not belong to | foreigners | select (public.audit_export('{musterkreis}', 'need_reports', 3) is null)::text
	recording what one's program read | members | select (public.audit_reading('{harz}', 'need_reports') is null)::text
	recording what a program read of an authority one does not belong to | foreigners | select (public.audit_reading('{musterkreis}', 'need_reports') is null)::text
	writing the record by our own function | nobody | select private.audit('{harz}', null, 'signed_in')
	writing a failed sign-in by our own function | nobody | select private.audit_failed_sign_in(repeat('a', 64), 1)
	writing the record past every function | nobody | insert into private.audit_entries (authority_id, kind) values ('{harz}', 'signed_in')
	changing the record | nobody | update private.audit_entries set person_id = null
	shortening the record | nobody | delete from private.audit_entries
	emptying the record | nobody | truncate private.audit_entries
	changing the record through the view | nobody (55000) | update public.audit_log set person_id = null
	shortening the record of rights | nobody | delete from public.administration_events
`);
