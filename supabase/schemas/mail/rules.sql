-- Rules of mails: what becomes of them, how often people want to hear: who may, what must be true, what
-- follows.

create function private.unsubscribe_token(p_person uuid, p_group text) returns text
language sql stable set search_path = '' as $$
	select replace(p_person::text, '-', '')
		|| '-'
		|| p_group
		|| '-'
		|| left(encode(extensions.hmac(p_person::text || ' ' || p_group, k.value, 'sha256'), 'hex'), 40)
	from private.keys k where k.name = 'unsubscribe'
$$;
comment on function private.unsubscribe_token(uuid, text) is
	'Names person and group, and proves that it came from us.';

create function private.unsubscribe_named(p_token text) returns table (person_id uuid, kind_group text)
language sql stable set search_path = '' as $$
	select pe.id, g.key from public.people pe cross join private.mail_groups g
	where pe.id = (case when p_token ~ '^[0-9a-f]{32}-[a-z]+-[0-9a-f]{40}$' then left(p_token, 32) end)::uuid
		and g.key = split_part(p_token, '-', 2) and p_token = private.unsubscribe_token(pe.id, g.key)
$$;
comment on function private.unsubscribe_named(text) is
	'Whom and what a token names; nothing when it is not ours.';

create function private.posting_authorities() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
	select distinct p.authority_id
	from private.my_posts() p
	join public.organisations o on o.id = p.organisation_id
	where p.kind in ('planner', 'administrator') and o.kind = 'authority'
$$;
comment on function private.posting_authorities() is
	'Authorities whose mail the person answers for: as planner or administrator of the authority '
	'itself. Definer: see my_posts.';

create function private.is_of_the_authority(p_kind text) returns boolean
language sql immutable set search_path = '' as $$
	select p_kind in (
		'invitation', 'receipt', 'question', 'interim_status', 'answered', 'answer_corrected', 'gap_asked',
		'news', 'reply', 'addition', 'gap_answered', 'handed_over', 'contribution', 'overdue', 'barrier',
		'call_invitation', 'call_reminder', 'call_extension', 'call_receipt', 'call_news', 'digest'
	)
$$;
comment on function private.is_of_the_authority(text) is
	'Mails that the authority writes, or that are for its own people, and the daily mail (whose words are '
	'not shown): only these do planners and administrators see and resend. Who signs in or is assisted, '
	'and what an organisation asks among itself (draft_handed_in, draft_returned), is not theirs to see, '
	'nor is a kind that is made later until it stands here.';

alter table public.mail_preferences alter column person_id set default private.person_id();

grant select, insert (kind_group, pace), update (pace) on public.mail_preferences to authenticated;
create policy "people read their own preferences" on public.mail_preferences
	for select to authenticated
	using (person_id = (select private.person_id()));
create policy "people choose for themselves" on public.mail_preferences
	for insert to authenticated
	with check (person_id = (select private.person_id()));
create policy "people change their own choice" on public.mail_preferences for update to authenticated
	using (person_id = (select private.person_id())) with check (person_id = (select private.person_id()));
