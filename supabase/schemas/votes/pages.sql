-- Pages of votes: what is read.

create function private.vote_line(v public.votes) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', v.id,
		'title', v.title,
		'organisationName', (select o.name from public.organisations o where o.id = v.organisation_id),
		'mode', v.mode,
		'isSecret', v.is_secret,
		'state', v.state,
		'outcome', v.outcome,
		'openedAt', v.opened_at,
		'closesAt', v.closes_at,
		'isOver', coalesce(v.closes_at <= private.now(), false)
	)
$$;
comment on function private.vote_line(public.votes) is 'What lists and pages say of a vote.';
grant execute on function private.vote_line(public.votes) to authenticated;

create function public.list_votes(p_after uuid default null) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(private.vote_line(x.v) order by x.is_open desc, x.opened_at desc, x.id), '[]')
	from (
		select v, v.state = 'open' as is_open, v.opened_at, v.id
		from public.votes v
		left join public.votes a on a.id = p_after
		where a.id is null
			or (v.state <> 'open', a.opened_at, v.id) > (a.state <> 'open', v.opened_at, a.id)
		order by v.state <> 'open', v.opened_at desc, v.id
		limit 51
	) x
$$;
comment on function public.list_votes(uuid) is
	'The votes of one''s bodies, open ones first, then the newest; 51 when there are more than a page. '
	'p_after: the last one shown.';
grant execute on function public.list_votes(uuid) to authenticated;

create function public.vote_options(p_subject_kind text, p_subject uuid) returns jsonb
language sql stable set search_path = '' as $$
	select private.vote_options(p_subject_kind, p_subject)
$$;
comment on function public.vote_options(text, uuid) is
	'What a vote on this would be on, and who would be entitled; for who presides over the body. NOTFD for '
	'others, and while there is no frozen wording.';
grant execute on function public.vote_options(text, uuid) to authenticated;

create function private.vote_options(p_subject_kind text, p_subject uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	w jsonb := private.vote_wording(p_subject_kind, p_subject);
	v_body uuid := (w ->> 'organisationId')::uuid;
begin
	perform private.require(private.presides(v_body));
	return jsonb_build_object(
		'title', w -> 'title',
		'text', w -> 'text',
		'points', jsonb_array_length(w -> 'items'),
		'organisationName', (select o.name from public.organisations o where o.id = v_body),
		'seats', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'seat', s.seat,
						'name', s.person_name
					)
					order by s.place
				),
				'[]'
			)
			from private.seats_of(v_body) s
		),
		'meetings', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', m.id,
						'title', m.title,
						'startsAt', m.starts_at
					)
					order by m.starts_at
				),
				'[]'
			)
			from public.meetings m
			where m.organisation_id = v_body
				and m.cancelled_at is null
				and m.starts_at between private.now() - interval '60 days' and private.now() + interval '180 days'
		),
		'today', private.today(),
		'openId', (
			select v.id
			from public.votes v
			where v.subject_kind = p_subject_kind and v.subject_id = p_subject and v.state = 'open'
		)
	);
end
$$;
comment on function private.vote_options(text, uuid) is
	'See the public one. Definer: reads the subject and the seats for who presides, after asking for the '
	'post.';
grant execute on function private.vote_options(text, uuid) to authenticated;

create function public.vote(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.votes; v_presides boolean;
begin
	select * into v from public.votes where id = p_id;
	perform private.require(v.id is not null);
	v_presides := private.presides(v.organisation_id);
	return private.vote_line(v) || jsonb_build_object(
		'text', v.wording_text,
		'hash', v.wording_hash,
		'isWordingCurrent', v.state = 'closed' or private.is_wording_current(v),
		'isByPoints', v.is_by_points,
		'points', private.points_of(v),
		'quorum', v.quorum,
		'majority', v.majority,
		'vacant', to_jsonb(v.vacant),
		'openedBy', v.person_name,
		'openedIn', v.post_title,
		'meeting', (
			select jsonb_build_object(
				'id', m.id,
				'title', m.title,
				'startsAt', m.starts_at
			)
			from public.meetings m
			where m.id = v.meeting_id
		),
		'electors', private.electors_of(v),
		'mine', private.seats_of_mine(v),
		'isAssistant', exists (
			select
			from private.my_posts() p
			where p.organisation_id = v.organisation_id and p.capacity = 'assistant'
		),
		'substitutes', case
			when v.state = 'open' or v_presides
				then (
					select coalesce(
						jsonb_agg(
							jsonb_build_object(
								'personId', s.person_id,
								'name', s.person_name,
								'postTitle', s.post_title,
								'electorId', s.elector_id
							)
							order by s.person_name, s.elector_id nulls first
						),
						'[]'
					)
					from private.substitutes_for(v.id) s
				)
			else '[]'
		end,
		'canPreside', v_presides,
		'toOpenAgain', case
			when v_presides
				and v.state = 'closed'
				and v.outcome <> 'carried'
				and private.is_wording_current(v)
				and not exists (
					select
					from public.votes x
					where x.subject_kind = v.subject_kind and x.subject_id = v.subject_id and x.state = 'open'
				)
				then jsonb_build_object(
					'kind', v.subject_kind,
					'id', v.subject_id
				)
		end,
		'help', private.help_of_body(v.organisation_id),
		'today', private.today(),
		'results', (
			select coalesce(jsonb_agg(private.result_of_vote(r, v) order by r.created_at desc), '[]')
			from public.vote_results r
			where r.authority_id = v.authority_id and r.vote_id = v.id
		)
	);
end
$$;
comment on function public.vote(uuid) is
	'A vote for its body: the words, who is entitled and has voted, what is the person''s own, and once it '
	'is over the result, newest first. How somebody voted only at the end of an open vote. NOTFD for others.';
grant execute on function public.vote(uuid) to authenticated;

create function private.points_of(v public.votes) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'place', x.place,
				'title', x.point -> 'title',
				'quote', x.point -> 'quote',
				'body', x.point -> 'body',
				'proposal', x.point -> 'proposal'
			)
			order by x.place
		),
		'[]'
	)
	from jsonb_array_elements(v.points) with ordinality x (point, place)
$$;
comment on function private.points_of(public.votes) is 'The points of the wording, word for word.';
grant execute on function private.points_of(public.votes) to authenticated;

create function private.electors_of(v public.votes) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', e.id,
				'seat', e.seat,
				'name', e.person_name,
				'substitute', s.person_name,
				'substituteIn', s.post_title,
				'hasVoted', c.id is not null,
				'conflicts', (
					select coalesce(
						jsonb_agg(
							jsonb_build_object(
								'place', i.place,
								'reason', x.reason
							)
							order by i.place
						),
						'[]'
					)
					from public.vote_conflicts x
					join public.vote_items i on i.id = x.item_id
					where x.elector_id = e.id and x.result_id is null
				)
			)
			order by e.place
		),
		'[]'
	)
	from public.vote_electors e
	left join public.vote_substitutions s on s.elector_id = e.id
	left join public.vote_casts c on c.elector_id = e.id
	where e.authority_id = v.authority_id and e.vote_id = v.id
$$;
comment on function private.electors_of(public.votes) is
	'Who is entitled, who steps in, who has voted, who has a conflict of interest.';
grant execute on function private.electors_of(public.votes) to authenticated;

create function private.seats_of_mine(v public.votes) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'electorId', e.id,
				'seat', e.seat,
				'name', e.person_name,
				'isSubstitute', coalesce(s.person_id = private.person_id(), false),
				'mayVote', private.may_act_for(e) and c.id is null,
				'castAt', c.created_at,
				'choices', (
					select jsonb_object_agg(i.place::text, h.choice)
					from public.vote_choices h
					join public.vote_items i on i.id = h.item_id
					where h.elector_id = e.id and c.person_id = private.person_id()
				)
			)
			order by e.place
		),
		'[]'
	)
	from public.vote_electors e
	left join public.vote_substitutions s on s.elector_id = e.id
	left join public.vote_casts c on c.elector_id = e.id
	where e.authority_id = v.authority_id
		and e.vote_id = v.id
		and (
			e.person_id = private.person_id()
				or s.person_id = private.person_id()
				or c.person_id = private.person_id()
				or private.may_act_for(e)
		)
$$;
comment on function private.seats_of_mine(public.votes) is
	'The seats that are the person''s own, or on which it votes for another, and what it said there.';
grant execute on function private.seats_of_mine(public.votes) to authenticated;

create function private.result_of_vote(r public.vote_results, v public.votes) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', r.id,
		'correctsId', r.corrects_id,
		'reason', r.reason,
		'heldOn', r.held_on,
		'agendaItem', r.agenda_item,
		'entitled', r.entitled,
		'present', r.present,
		'outcome', r.outcome,
		'enteredBy', r.person_name,
		'enteredIn', r.post_title,
		'at', r.created_at,
		'counts', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'place', i.place,
						'yes', c.yes,
						'no', c.no,
						'abstained', c.abstained,
						'entitled', c.entitled,
						'present', c.present,
						'excluded', c.excluded,
						'needed', c.needed,
						'outcome', c.outcome
					)
					order by i.place
				),
				'[]'
			)
			from public.vote_counts c
			join public.vote_items i on i.id = c.item_id
			where c.result_id = r.id
		),
		'attendance', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'electorId', e.id,
						'seat', e.seat,
						'member', e.person_name,
						'isPresent', a.elector_id is not null,
						'personId', a.person_id,
						'name', a.person_name,
						'isSubstitute', coalesce(a.is_substitute, false),
						'conflicts', (
							select coalesce(
								jsonb_agg(
									jsonb_build_object(
										'place', i.place,
										'reason', x.reason
									)
									order by i.place
								),
								'[]'
							)
							from public.vote_conflicts x
							join public.vote_items i on i.id = x.item_id
							where x.elector_id = e.id
								and x.result_id is not distinct from case v.mode when 'session' then r.id end
						),
						'choices', (
							select jsonb_object_agg(i.place::text, h.choice)
							from public.vote_choices h
							join public.vote_items i on i.id = h.item_id
							where h.elector_id = e.id and r.outcome not in ('cancelled', 'void')
						)
					)
					order by e.place
				),
				'[]'
			)
			from public.vote_electors e
			left join public.vote_attendances a on a.elector_id = e.id and a.result_id = r.id
			where e.vote_id = r.vote_id
		)
	)
$$;
comment on function private.result_of_vote(public.vote_results, public.votes) is
	'How a vote ended: the counts, and seat by seat who was there; how each voted where the vote was open and '
	'each voted on an own page.';
grant execute on function private.result_of_vote(public.vote_results, public.votes) to authenticated;

create function private.vote_summary(p_vote uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v public.votes; r public.vote_results; v_is_told boolean;
begin
	select * into v from public.votes where id = p_vote and state = 'closed';
	if v.id is null then
		return null;
	end if;
	if v.organisation_id not in (select private.my_bodies()) then
		execute format('select private.%I($1)', v.subject_kind || '_told') into v_is_told using v.subject_id;
		if v_is_told is not true then
			return null;
		end if;
	end if;
	select * into r
	from public.vote_results x
	where x.vote_id = v.id and not exists (select from public.vote_results y where y.corrects_id = x.id);
	return (
		select jsonb_build_object(
			'mode', v.mode,
			'on', r.held_on,
			'present', r.present,
			'yes', case when v.is_by_points then null else sum(c.yes) end,
			'no', case when v.is_by_points then null else sum(c.no) end,
			'abstained', case when v.is_by_points then null else sum(c.abstained) end,
			'outcome', r.outcome,
			'isSecret', v.is_secret,
			'points', case
				when v.is_by_points
					then jsonb_agg(
						jsonb_build_object(
							'place', i.place,
							'ref', i.ref,
							'yes', c.yes,
							'no', c.no,
							'abstained', c.abstained,
							'outcome', c.outcome
						)
						order by i.place
					)
			end
		)
		from public.vote_counts c
		join public.vote_items i on i.id = c.item_id
		where c.result_id = r.id
	);
end
$$;
comment on function private.vote_summary(uuid) is
	'What is said of a vote outside its body, once what it decided has been submitted: mode, day, how many '
	'were there and how they voted, together. Null before, and for an open vote. Definer: reads for those '
	'who see nothing of the vote itself.';
grant execute on function private.vote_summary(uuid) to authenticated;

create function private.votes_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_bodies uuid[] := array(select private.my_bodies());
	v_presides uuid[] := array(select private.my_organisations(private.presiding_kinds()));
begin
	if v_bodies = '{}' then
		return;
	end if;
	return query
	select 'vote_cast', v.id::text, v.title, o.name, (v.closes_at at time zone 'Europe/Berlin')::date,
		v.opened_at
	from public.votes v
	join public.organisations o on o.id = v.organisation_id
	where v.organisation_id = any (v_bodies)
		and v.state = 'open'
		and v.mode = 'circular'
		and v.closes_at > private.now()
		and exists (
			select
			from public.vote_electors e
			where e.vote_id = v.id
				and private.may_act_for(e)
				and not exists (select from public.vote_casts c where c.elector_id = e.id)
				and exists (
					select
					from public.vote_items i
					where i.vote_id = v.id
						and not exists (
							select from public.vote_conflicts c where c.elector_id = e.id and c.item_id = i.id
						)
				)
		)
	order by v.closes_at
	limit 20;
	return query
	select 'vote_entry', v.id::text, v.title, o.name, (m.starts_at at time zone 'Europe/Berlin')::date,
		v.opened_at
	from public.votes v
	join public.organisations o on o.id = v.organisation_id
	left join public.meetings m on m.id = v.meeting_id
	where v.organisation_id = any (v_presides) and v.state = 'open' and v.mode = 'session'
	order by v.opened_at
	limit 20;
end
$$;
comment on function private.votes_tasks() is
	'Votes that wait for the person: to vote in, or to enter what a session decided. Definer: see '
	'report_tasks.';
grant execute on function private.votes_tasks() to authenticated;
