-- Why: assistants have accounts too, and whoever named one is named beside them. When either leaves, that name goes as well.

alter function private.delete_person(uuid, text) rename to delete_holder;
comment on function private.delete_holder(uuid, text) is
	'Deletes an account in one go, but for what concerns assistants (delete_person). Posts become vacant, drafts stay with the organisation, submitted words stay as they are; '
	'the person''s name leaves chronicles, contacts and invitations. RULED: the last administrator. Definer: reaches past every policy.';

create function private.delete_person(p_person uuid, p_kind text) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.events set detail = detail - 'forPerson' where for_person_id = p_person;
	update public.events e set detail = e.detail - 'writtenFor' from public.need_reports r
	where r.id = e.report_id and r.written_for = p_person and e.detail ? 'writtenFor';
	-- The record of rights says who assists whom: of those who leave it keeps the post.
	update public.administration_events e set subject = replace(e.subject, concat_ws(' ', a.salutation, a.given_name, a.family_name) || ' – ', 'Assistenz – ')
	from public.assistances a join public.people pe on pe.id = p_person and (a.assistant_id = pe.id or lower(a.email) = lower(pe.email))
	where e.authority_id = a.authority_id and e.kind like 'assistances\_%' and starts_with(e.subject, concat_ws(' ', a.salutation, a.given_name, a.family_name) || ' – ');
	update public.administration_events e set subject = replace(e.subject, ' – ' || private.name_of(p_person) || ', ', ' – ')
	where e.kind like 'assistances\_%' and e.authority_id in (select h.authority_id from public.holdings h where h.person_id = p_person);
	delete from public.assistances a using public.people pe where pe.id = p_person and (a.assistant_id = pe.id or lower(a.email) = lower(pe.email));
	return private.delete_holder(p_person, p_kind);
end
$$;
comment on function private.delete_person(uuid, text) is
	'Deletes an account: where the person assisted, who was assisted, and everything of the posts (delete_holder). Returns hashes of the sessions, so that caches forget them. '
	'RULED: the last administrator. Definer: reaches past every policy; called by account_delete and delete_dormant_accounts only.';
