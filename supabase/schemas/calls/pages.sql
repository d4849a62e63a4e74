-- Pages of calls: whom one asks, until when, what came back: what is read.

create function private.visit_addressee(p_addressee uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.call_addressees a set opened_at = private.now() from public.calls c
	where a.id = p_addressee
		and a.opened_at is null
		and c.id = a.call_id
		and c.state = 'open'
		and a.organisation_id in (select private.my_organisations());
end
$$;
comment on function private.visit_addressee(uuid) is
	'The first opening counts, while the call is open. Definer: nobody writes the ledger by hand.';
grant execute on function private.visit_addressee(uuid) to authenticated;

-- What the mail jobs need to know. Definer and for the server's role only: they cross the organisations'
-- walls to address mail.
create function private.people_of_post(p_post uuid, p_with_deputies boolean) returns jsonb
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
		from public.holdings h
		where h.post_id = p_post
			and private.is_current(h)
			and (
				p_with_deputies
					or h.capacity = 'holder'
					or not exists (
						select
						from public.holdings x
						where x.post_id = p_post and x.capacity = 'holder' and private.is_current(x)
					)
			)
	) d
	join public.people pe on pe.id = d.person_id
$$;
comment on function private.people_of_post(uuid, boolean) is
	'Who holds a post; the deputy when it is vacant, or when it is asked for.';

create function private.recipients_of_notice(n public.call_notices) returns jsonb
language plpgsql stable set search_path = '' as $$
declare a public.call_addressees; c public.calls; v jsonb;
begin
	select * into a from public.call_addressees where id = n.addressee_id;
	select * into c from public.calls where id = n.call_id;
	if n.kind in ('extension_asked', 'answered') then
		v := private.people_of_post(c.post_id, false);
		return case when v = '[]' then private.planners_of(c.authority_id) else v end;
	elsif n.kind = 'handed_in' then
		return private.recipients(a.organisation_id, private.releasing_kinds());
	elsif n.escalates then
		select coalesce(jsonb_agg(distinct x.value), '[]')
		into v
		from public.posts p
		cross join lateral jsonb_array_elements(private.people_of_post(p.id, true)) x
		where p.organisation_id = a.organisation_id
			and p.kind = any (private.writing_kinds())
			and p.abolished_on is null;
		return v;
	end if;
	return private.recipients(a.organisation_id, private.writing_kinds());
end
$$;
comment on function private.recipients_of_notice(public.call_notices) is
	'Whom a notice reaches: writers and head of the addressee (escalating: deputies too), or the post '
	'responsible for the call.';

create function private.call_head(c public.calls) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'kind', c.kind,
		'slug', c.slug,
		'title', c.title,
		'state', c.state,
		'opensAt', c.opens_at,
		'closesAt', c.closes_at,
		'hasBegun', c.opens_at <= private.now(),
		'isOver', c.closes_at <= private.now(),
		'hasResult', c.audience is not null
	)
$$;
comment on function private.call_head(public.calls) is
	'What every page about a call says of it. The clock is asked here, not in the page.';
grant execute on function private.call_head(public.calls) to authenticated;

create function private.fields_of_call(p_call uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce((select k.said::jsonb from private.of_kind('fields', p_call) k), '[]')
$$;
comment on function private.fields_of_call(uuid) is
	'What a call asks about, in order, as [{key, label, labelEn}]: the columns of its ledger.';
grant execute on function private.fields_of_call(uuid) to authenticated;

create function private.form_of_call(p_call uuid) returns json
language sql stable set search_path = '' as $$
	select k.said from private.of_kind('form', p_call) k
$$;
comment on function private.form_of_call(uuid) is
	'What the answers to a call are read by, as its kind has it.';
grant execute on function private.form_of_call(uuid) to authenticated;

create function public.list_calls(
	p_authority uuid, p_after text default null, p_kind text default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_plans boolean := p_authority in (
	select private.my_authorities('{planner}')
); v_after public.calls; v jsonb;
begin
	select * into v_after from public.calls where authority_id = p_authority and slug = p_after;
	with page as (
		select c as call, c.id, c.created_at
		from public.calls c
		where c.authority_id = p_authority
			and (p_kind is null or c.kind = p_kind)
			and (v_after.id is null or (c.created_at, c.id) < (v_after.created_at, v_after.id))
		order by c.created_at desc, c.id desc
		limit 51
	),
	counted as (
		select a.call_id, count(*) as addressees, count(a.answered_at) as answered,
			count(*) filter (where a.extension = 'asked') as asking,
			count(*) filter (where a.answered_at is null and a.due_at > private.now()) as running
		from public.call_addressees a
		where a.authority_id = p_authority and a.call_id in (select id from page)
		group by a.call_id
	),
	own as (
		select a.call_id,
			jsonb_agg(
				jsonb_build_object(
					'organisationName', a.organisation_name,
					'dueAt', a.due_at,
					'answeredAt', a.answered_at,
					'isLate', a.is_late,
					'standing', private.standing(a, (p.call).state = 'open', r.addressee_id is not null)
				)
				order by a.organisation_name
			) as answers
		from public.call_addressees a
		join page p on p.id = a.call_id
		left join (
			select distinct x.addressee_id
			from public.call_returns x
			where x.authority_id = p_authority and x.organisation_id in (select private.my_organisations())
		) r on r.addressee_id = a.id
		where a.organisation_id in (select private.my_organisations())
		group by a.call_id
	)
	select jsonb_agg(
		private.call_head(p.call) || jsonb_build_object('own', coalesce(o.answers, '[]')) || case
			when v_plans
				then jsonb_build_object(
					'addressees', coalesce(n.addressees, 0),
					'answered', coalesce(n.answered, 0),
					'asking', coalesce(n.asking, 0),
					'running', coalesce(n.running, 0)
				)
			else '{}'
		end
		order by p.created_at desc, p.id desc
	)
	into v
	from page p left join counted n on n.call_id = p.id left join own o on o.call_id = p.id;
	v := coalesce(v, '[]');
	return jsonb_build_object(
		'canPlan', v_plans,
		'hasMore', jsonb_array_length(v) > 50,
		'calls', case when jsonb_array_length(v) > 50 then v - 50 else v end,
		'results', private.results_for_reader(p_authority)
	);
end
$$;
comment on function public.list_calls(uuid, text, text) is
	'Fifty calls the person may see, of one kind or of all, newest first, after the one with this short name; '
	'planners with the response, addressees with their own answers. And the results there are to read.';
grant execute on function public.list_calls(uuid, text, text) to authenticated;

create function private.call_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_plans uuid[] := array(
		select distinct m.authority_id
		from private.my_posts() m
		join public.organisations o on o.id = m.organisation_id
		where m.kind = 'planner' and o.kind = 'authority'
	);
	v_kind text;
begin
	return query (
		select 'call_extension', c.kind || '/' || c.slug || '/' || a.id, c.title, a.organisation_name, null::date,
			e.created_at
		from public.call_addressees a
		join public.calls c on c.id = a.call_id and c.state = 'open'
		join lateral (
			select x.created_at
			from public.call_extensions x
			where x.addressee_id = a.id
			order by x.created_at desc
			limit 1
		) e on true
		where a.authority_id = any (v_plans) and a.extension = 'asked'
		order by e.created_at
		limit 15
	)
	union all (
		select case
				when exists (
					select
					from public.call_addressees x
					where x.authority_id = c.authority_id and x.call_id = c.id and x.answered_at is null
				)
					then 'call_close'
				else 'call_complete'
			end, c.kind || '/' || c.slug, c.title, null, null, c.closes_at
		from public.calls c
		where c.authority_id = any (v_plans)
			and c.state = 'open'
			and c.opens_at <= private.now()
			and not exists (
				select
				from public.call_addressees a
				where a.call_id = c.id and (a.answered_at is null and a.due_at > private.now() or a.extension = 'asked')
			)
		order by c.closes_at
		limit 10
	)
	union all (
		select 'call_publish', c.kind || '/' || c.slug, c.title, null, null, c.closed_at
		from public.calls c
		where c.authority_id = any (v_plans) and c.state = 'closed'
		order by c.closed_at
		limit 10
	)
	union all (
		with unopened as materialized (
			select c.id, c.kind, c.slug, c.title
			from public.calls c
			where c.authority_id = any (v_plans)
				and c.state = 'open'
				and exists (
					select
					from public.call_addressees x
					where x.authority_id = c.authority_id
						and x.call_id = c.id
						and x.answered_at is null
						and x.opened_at is null
				)
		)
		select 'call_undelivered', c.kind || '/' || c.slug || '/' || a.id, c.title, a.organisation_name,
			(a.due_at at time zone 'Europe/Berlin')::date, a.invited_at
		from unopened c
		cross join lateral private.deliveries_of_call(c.id) d
		join public.call_addressees a on a.id = d.addressee_id
		where a.answered_at is null
			and a.opened_at is null
			and d.posted_at is null
			and not exists (
				select
				from private.addressee_links l
				join private.addressee_link_uses u on u.link_id = l.id
				where l.authority_id = a.authority_id and l.addressee_id = a.id
			)
			and (d.letters = 0 or d.undelivered >= d.letters)
		order by a.due_at
		limit 15
	);
	for v_kind in select k.kind from private.call_kinds k order by k.kind loop
		return query execute format('select * from private.%I()', v_kind || '_tasks');
	end loop;
end
$$;
comment on function private.call_tasks() is
	'What waits for the person in calls: for planners extensions to decide, calls to close (call_complete: all '
	'have answered, also before the end) or publish, invitations that reached nobody; for addressees what each '
	'kind asks of them. Definer: see report_tasks.';
grant execute on function private.call_tasks() to authenticated;

create function public.call_letter(p_addressee uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb;
begin
	perform private.require(private.reads_addressee(p_addressee));
	select jsonb_build_object(
		'title', c.title,
		'slug', c.slug,
		'coveringText', c.covering_text,
		'dueAt', coalesce(a.due_at, c.closes_at),
		'organisationName', a.organisation_name,
		'place', o.place,
		'postalAddress', o.postal_address,
		'today', private.today(),
		'purpose', c.purpose,
		'legalBasis', c.legal_basis,
		'readers', c.readers,
		'retention', c.retention,
		'responsible', private.responsible_for(c.post_id),
		'fields', private.fields_of_call(c.id)
	) || coalesce((select k.said::jsonb from private.of_kind('letter', c.id, a.id) k), '{}')
	into v
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	join public.organisations o on o.id = a.organisation_id
	where a.id = p_addressee;
	return v;
end
$$;
comment on function public.call_letter(uuid) is
	'What stands in the letter and the printed form of a call, for both sides. Nothing of what was filled in.';
grant execute on function public.call_letter(uuid) to authenticated;

create function private.responsible_post(p_post uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'title', p.title,
		'phone', coalesce(p.phone, a.phone),
		'name', coalesce(
			(
				select private.name_of(h.person_id)
				from public.holdings h
				where h.post_id = p.id and private.is_current(h)
				order by h.capacity = 'deputy', h.starts_on
				limit 1
			),
			''
		)
	)
	from public.posts p
	join public.authorities a on a.id = p.authority_id
	where p.id = p_post
$$;
comment on function private.responsible_post(uuid) is
	'Who answers for a call: holder, else deputy, else the post alone. Definer, granted to nobody: whoever '
	'calls it says first who may know.';

create function private.responsible_for(p_post uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select private.responsible_post(p.id)
	from public.posts p
	where p.id = p_post and p.kind = 'planner' and p.authority_id in (select private.my_authorities())
$$;
comment on function private.responsible_for(uuid) is
	'Who answers for a call, for members of its authority. '
	'Definer: a letter names the helper to whoever may read it.';
grant execute on function private.responsible_for(uuid) to authenticated;
