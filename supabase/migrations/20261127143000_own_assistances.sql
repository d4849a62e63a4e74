-- Why: the page about one's own assistances asked for whole rows, and with them for the secret of the link, which is granted
-- to nobody: it was there for nobody. It asks for what it shows.

create or replace function public.my_assistances() returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'holdings', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'title', p.title, 'organisationName', o.name, 'endsOn', h.ends_on) order by p.created_at, p.id), '[]')
			from public.holdings h join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
			where h.person_id = private.person_id() and private.is_current(h) and p.abolished_on is null and p.kind not in ('planner', 'administrator')),
		'assistants', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', concat_ws(' ', a.salutation, a.given_name, a.family_name), 'email', a.email,
			'postTitle', p.title, 'organisationName', o.name, 'endsOn', least(a.ends_on, h.ends_on), 'isAccepted', a.accepted_at is not null,
			'isExpired', a.accepted_at is null and a.expires_at <= now()) order by a.created_at desc), '[]')
			from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
			where h.person_id = private.person_id() and private.is_current(h) and a.revoked_at is null and a.ends_on >= private.today()),
		'members', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', private.name_of(h.person_id), 'postTitle', p.title, 'organisationName', o.name,
			'endsOn', least(a.ends_on, h.ends_on)) order by a.accepted_at), '[]')
			from public.assistances a join public.holdings h on h.id = a.holding_id join public.posts p on p.id = h.post_id join public.organisations o on o.id = p.organisation_id
			where a.assistant_id = private.person_id() and a.accepted_at is not null and a.revoked_at is null and a.ends_on >= private.today() and private.is_current(h)))
$$;
comment on function public.my_assistances() is '{holdings one may name assistants for, assistants one named, members one assists}, present ones only.';
revoke execute on function private.is_open(public.assistances) from authenticated;
