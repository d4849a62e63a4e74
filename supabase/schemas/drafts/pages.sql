-- Pages of drafts of need reports: what is read.

create function private.matching_need_reports(
	p_authority uuid, p_text text
) returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = '' rows 20 as $$
declare v_query tsquery; v_text text := left(p_text, 600);
begin
	if p_authority not in (select private.my_authorities()) then
		return;
	end if;
	select string_agg(distinct '''' || n.lexeme || '''', ' | ')::tsquery
	into v_query
	from private.names_of(v_text) n
	where not n.is_part;
	return query
		with likely as materialized (
			select w.subject_id as id, ts_rank('{0.1, 0.3, 0.6, 1}', w.words, v_query) as rank
			from private.word_index w
			where w.authority_id = p_authority and w.subject_kind = 'need_report' and w.is_shared
				and w.words @@ v_query
			order by 2 desc, 1
			limit 200
		),
		alike as materialized (
			select r.id
			from public.need_reports r
			where r.authority_id = p_authority
				and (r.title || ' ' || r.locality) operator(extensions.%) left(v_text, 120)
			limit 200
		),
		ranked as materialized (
			select r.id,
				(coalesce(l.rank, 0) + 2 * extensions.similarity(r.title, left(v_text, 120)))::real as rank
			from (select l.id from likely l union select a.id from alike a) x
			join public.need_reports r on r.id = x.id
			left join likely l on l.id = x.id
		)
		select l.id, l.rank
		from ranked l
		where l.id in (select private.seen_of(array(select x.id from ranked x)))
		order by l.rank desc, l.id
		limit 30;
end
$$;
comment on function private.matching_need_reports(uuid, text) is
	'Ids of reports like a text, best first (German words, trigrams of the title). Definer: see '
	'add_words; so it asks seen_of itself.';
grant execute on function private.matching_need_reports(uuid, text) to authenticated;

create function public.similar_need_reports(p_organisation uuid, p_text text) returns table (
	number text, title text, organisation_name text, locality text, received_at timestamptz
)
language sql stable set search_path = '' as $$
	select r.number, r.title, r.organisation_name, r.locality, r.received_at
	from private.matching_need_reports(
		(select o.authority_id from public.organisations o where o.id = p_organisation), p_text
	) m
	join public.need_reports r on r.id = m.id
	order by m.rank desc, r.received_at desc limit 3
$$;
comment on function public.similar_need_reports(uuid, text) is
	'Up to three reports like this text that the person may see, so that one can join instead of '
	'repeat.';
grant execute on function public.similar_need_reports(uuid, text) to authenticated;

create function public.need_report_draft(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.need_report_drafts; o public.organisations;
begin
	select * into v from public.need_report_drafts where id = p_id;
	perform private.require(v.id is not null);
	select * into o from public.organisations where id = v.organisation_id;
	return jsonb_build_object(
		'id', v.id,
		'revision', v.revision,
		'answers', v.answers,
		'savedAt', v.saved_at,
		'handedInAt', v.handed_in_at,
		'returnedAt', v.returned_at,
		'returnReason', v.return_reason,
		'takenBackAt', v.taken_back_at,
		'number', v.number,
		'writtenBy', private.name_of(v.written_by),
		'writtenFor', private.name_of(v.written_for),
		'organisation', jsonb_build_object(
			'id', o.id,
			'name', o.name
		),
		'isTranscription', v.is_transcription,
		'channel', v.channel,
		'receivedOn', v.received_on,
		'givenBy', v.given_by,
		'canNameSource', private.may_name_source(o.kind),
		'survey', private.survey_of(v.addressee_id),
		'joins', (
			select jsonb_build_object(
				'title', r.title,
				'organisationName', r.organisation_name
			)
			from public.need_reports r
			where r.id = v.joins_report_id
		),
		'missing', private.missing_answers(v.answers),
		'municipalities', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'ags', m.ags,
						'name', m.name
					)
					order by m.name
				),
				'[]'
			)
			from public.municipalities m
			where m.authority_id = v.authority_id
				and (o.kind not in ('municipality', 'association') or m.administration_id = o.id)
		),
		'releasers', (
			select coalesce(
				jsonb_agg(
					distinct jsonb_build_object(
						'name', private.name_of(h.person_id)
					)
				),
				'[]'
			)
			from public.posts p
			join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = o.id
				and p.abolished_on is null
				and p.kind = any (private.releasing_kinds())
		),
		'finalDays', (select final_days from public.authorities where id = v.authority_id),
		'canWrite', v.is_transcription or o.id in (select private.my_organisations(private.writing_kinds())),
		'canRelease', v.is_transcription
			or o.id in (select private.my_organisations(private.releasing_kinds()))
	);
end
$$;
comment on function public.need_report_draft(uuid) is
	'All that the pages of one draft show. NOTFD for everybody outside the organisation; of a '
	'transcription for everybody outside the planning.';
grant execute on function public.need_report_draft(uuid) to authenticated;
