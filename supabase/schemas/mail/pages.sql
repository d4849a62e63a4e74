-- Pages of mails: what becomes of them, how often people want to hear: what is read.

create function public.mail_outbox() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(to_jsonb(x) order by x."queuedAt" desc), '[]')
	from (
		select m.id, m.recipient, m.subject, m.letter, m.queued_at as "queuedAt", m.due_at as "dueAt",
			coalesce(d.state, m.state) as state,
			(
				select private.unsubscribe_token(m.person_id, k.kind_group)
				from private.mail_kinds k
				where k.kind = m.kind and not k.is_duty
			) as unsubscribe
		from private.mails m
		left join private.mails d on d.id = m.bundled_in
		order by m.queued_at desc
		limit 50
	) x
$$;
comment on function public.mail_outbox() is 'The newest 50 mails for the local page of the sample mode.';

-- What the mail jobs need to know. Definer and for the server's role only: they cross the organisations'
-- walls to address mail.
create function private.recipients(p_organisation uuid, p_kinds text[]) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'personId', pe.id,
				'email', pe.email,
				'locale', pe.locale,
				'salutation', pe.salutation,
				'familyName', pe.family_name
			)
		),
		'[]'
	)
	from (
		select distinct h.person_id
		from public.posts p
		join public.holdings h on h.post_id = p.id and private.is_current(h)
		where p.organisation_id = p_organisation
			and p.kind = any (p_kinds)
			and p.abolished_on is null
			and (
				h.capacity = 'holder'
					or not exists (
						select
						from public.holdings x
						where x.post_id = p.id and x.capacity = 'holder' and private.is_current(x)
					)
			)
	) d
	join public.people pe on pe.id = d.person_id
$$;
comment on function private.recipients(uuid, text[]) is
	'Holders of these posts of an organisation; the deputies of those that are vacant.';

create function private.planners_of(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(r.value), '[]')
	from public.organisations o
	cross join lateral jsonb_array_elements(private.recipients(o.id, '{planner}')) r
	where o.authority_id = p_authority and o.kind = 'authority'
$$;
comment on function private.planners_of(uuid) is
	'Planners of the authority itself (offices are told of what is handed over to them).';

create function private.my_mail_groups() returns table (key text, "position" integer)
language sql stable security definer set search_path = '' as $$
	select g.key, g.position from private.mail_groups g
	where g.post_kinds is null or exists (select from private.my_posts() p where p.kind = any (g.post_kinds))
$$;
comment on function private.my_mail_groups() is
	'The groups that concern the posts the person holds. Definer: the list itself is granted to nobody.';
grant execute on function private.my_mail_groups() to authenticated;

create function public.my_mail_preferences() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'group', g.key,
				'pace', coalesce(p.pace, 'at_once')
			)
			order by g.position
		),
		'[]'
	)
	from private.my_mail_groups() g
	left join public.mail_preferences p on p.kind_group = g.key
		and p.person_id = (select private.person_id())
$$;
comment on function public.my_mail_preferences() is
	'What the person has chosen, for each group that concerns them.';
grant execute on function public.my_mail_preferences() to authenticated;

create function public.unsubscribe_find(p_token text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'group', u.kind_group,
		'isOff', coalesce(p.pace = 'never', false)
	)
	from private.unsubscribe_named(p_token) u
	left join public.mail_preferences p on p.person_id = u.person_id and p.kind_group = u.kind_group
$$;
comment on function public.unsubscribe_find(text) is
	'The group that a link of a mail ends, and whether it is ended; null for an invented link.';

-- The daily mail.
create function public.mail_digests_due() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'personId', pe.id,
				'email', pe.email,
				'locale', pe.locale,
				'salutation', pe.salutation,
				'familyName', pe.family_name,
				'authority', private.authority_document(a),
				'mails', x.mails
			)
		),
		'[]'
	)
	from (
		select m.person_id, m.authority_id,
			jsonb_agg(
				jsonb_build_object(
					'id', m.id,
					'letter', m.letter
				)
				order by m.queued_at, m.id
			) as mails
		from private.mails m
		where m.due_at <= private.now() and m.bundled_in is null and m.state = 'queued'
		group by 1, 2
	) x
	join public.people pe on pe.id = x.person_id join public.authorities a on a.id = x.authority_id
$$;
comment on function public.mail_digests_due() is
	'Per person and authority the letters that wait for the daily mail of this morning.';

-- Proof of delivery, for whatever a mail was about.
create function private.deliveries_of(p_about uuid[]) returns table (
	about uuid, mail_id uuid, person_id uuid, name text, recipient text, kind text, state text,
	at timestamptz, reason text
)
language sql stable security definer set search_path = '' as $$
	select m.about, m.id, m.person_id,
	(
		select concat_ws(' ', pe.salutation, pe.given_name, pe.family_name)
		from public.people pe
		where pe.id = m.person_id
	),
		m.recipient, m.kind, coalesce(d.state, m.state), coalesce(d.state_at, m.state_at),
		coalesce(d.reason, m.reason)
	from private.mails m left join private.mails d on d.id = m.bundled_in
	where m.about = any (p_about) order by m.queued_at desc, m.id
$$;
comment on function private.deliveries_of(uuid[]) is
	'The mails about these rows and what became of each, newest first. Definer, and granted to nobody: '
	'whoever calls it says first who may know.';

create function private.undelivered(p_authorities uuid[]) returns setof private.mails
language sql stable set search_path = '' as $$
	select m.* from private.mails m
	where m.authority_id = any (p_authorities)
		and m.queued_at > private.now() - interval '30 days'
		and m.state <> 'sent'
		and m.bundled_in is null
		and (
			m.state in ('returned', 'bounced', 'failed', 'unsure')
				or coalesce(m.due_at, m.queued_at) < private.now() - interval '1 hour'
		)
		and private.is_of_the_authority(m.kind)
			and not exists (select from private.mails r where r.resends = m.id)
$$;
comment on function private.undelivered(uuid[]) is
	'Mails of the last 30 days that did not arrive, or wait for more than an hour, and were not sent '
	'again.';

create function private.undelivered_document(p_authority uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.posting_authorities()));
	return (
		select coalesce(
			jsonb_agg(
				jsonb_build_object(
					'id', u.id,
					'name', coalesce(
						(
							select concat_ws(' ', pe.salutation, pe.given_name, pe.family_name)
							from public.people pe
							where pe.id = u.person_id
						),
						u.recipient
					),
					'kind', u.kind,
					'state', u.state,
					'reason', u.reason,
					'queuedAt', u.queued_at,
					'canResend', u.state in ('returned', 'bounced', 'failed', 'unsure')
						and (u.letter is not null or u.link is not null)
				)
				order by u.queued_at desc
			),
			'[]'
		)
		from (select * from private.undelivered(array[p_authority]) order by queued_at desc limit 200) u
	);
end
$$;
comment on function private.undelivered_document(uuid) is
	'See undelivered_mails. Definer: mails are granted to nobody; it asks for the post first, and gives '
	'no words of a letter.';
grant execute on function private.undelivered_document(uuid) to authenticated;

create function public.undelivered_mails(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.undelivered_document(p_authority) $$;
comment on function public.undelivered_mails(uuid) is
	'What did not arrive, newest first, 200 at most; NOTFD for everybody but the authority''s planners '
	'and administrators.';
grant execute on function public.undelivered_mails(uuid) to authenticated;

create function private.lost_letters(p_kinds text[]) returns table (
	kind text, subject_kind text, subject_id uuid, facts jsonb, recipient text, at timestamptz
)
language sql stable security definer set search_path = '' as $$
	select distinct on (n.id) m.kind, n.subject_kind, n.subject_id, n.facts,
		coalesce(private.name_of(m.person_id), m.recipient), n.created_at
	from private.mails m
	left join private.mails d on d.id = m.bundled_in
	join private.notices n on n.id = (substr(m.occasion, length('notice:') + 1))::bigint
	where m.authority_id in (select p.authority_id from private.my_posts() p)
		and m.kind in ('draft_handed_in', 'draft_returned', 'assistance')
		and m.kind = any (p_kinds)
		and m.state <> 'sent'
		and m.queued_at > private.now() - interval '30 days'
		and m.occasion ^@ 'notice:'
		and coalesce(d.state, m.state) in ('returned', 'bounced', 'failed', 'unsure')
		and not exists (
			select
			from private.mails o
			left join private.mails x on x.id = o.bundled_in
			where o.occasion = m.occasion
				and coalesce(x.state, o.state) in ('queued', 'sending', 'sent')
		)
	order by n.id, m.queued_at desc
$$;
comment on function private.lost_letters(text[]) is
	'What was to be told within organisations of one''s authorities in the last 30 days and reached nobody, '
	'with whom it was for. Definer, and granted to nobody: whoever calls it says first who may know.';
