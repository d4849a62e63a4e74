-- Pages of people, their sign-in, sessions and accounts: what is read.

create function public.session_find(p_id_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'publicId', s.public_id,
		'personId', s.person_id,
		'expiresAt', s.expires_at,
		'usedAt', s.used_at,
		'isEnded', s.ended_at is not null,
		'person', jsonb_build_object(
			'id', pe.id,
			'salutation', pe.salutation,
			'givenName', pe.given_name,
			'familyName', pe.family_name,
			'email', pe.email,
			'locale', pe.locale,
			'textSize', pe.text_size,
			'contrast', pe.contrast
		),
		'posts', x.posts,
		'lacksSecondFactor', private.needs_second_factor(s.person_id)
			and not exists (select from private.second_factors f where f.person_id = s.person_id),
		'kept', (
			select coalesce(jsonb_agg(distinct k.path), '[]')
			from private.kept_forms k
			where k.person_id = s.person_id
		),
		'authority', (
			select private.authority_document(a)
			from public.authorities a
			where a.id = (x.posts -> 0 ->> 'authorityId')::uuid
		)
	)
	from private.sessions s join public.people pe on pe.id = s.person_id
	cross join lateral (select private.posts_of(s.person_id) as posts) x
	where s.id_hash = p_id_hash and (s.ended_at is null or s.ended_at > private.now() - interval '1 day')
$$;
comment on function public.session_find(text) is
	'Session, person, posts, pages with kept forms and authority in one look; expired ones too (the '
	'caller compares expiresAt), and ended ones for a day (isEnded): whose typed text is to be kept. A '
	'day, since a stolen one may be why it was ended. Definer: secrets.';

create function public.account_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'passwordChangedAt', (select changed_at from private.passwords where person_id = p_person),
		'sessions', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', s.public_id,
						'device', s.device,
						'createdAt', s.created_at,
						'usedAt', s.used_at
					)
					order by s.used_at desc, s.created_at desc
				),
				'[]'
			)
			from private.sessions s
			where s.person_id = p_person and s.ended_at is null and s.expires_at > private.now()
		)
	)
$$;
comment on function public.account_of(uuid) is
	'The sessions in which a person is signed in, and since when there is a password.';

create function public.kept_form_find(p_person uuid, p_path text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select fields
	from private.kept_forms
	where person_id = p_person and path = p_path and created_at > private.now() - interval '30 days'
	order by created_at desc limit 1
$$;
comment on function public.kept_form_find(uuid, text) is 'The kept form of a page; a reload shows it again.';

create function public.sample_people() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'personId', x.id,
				'name', x.name,
				'posts', x.posts
			)
			order by x.created_at, x.id
		),
		'[]'
	)
	from (
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name) as name, min(p.created_at) as created_at,
			jsonb_agg(
				jsonb_build_object(
					'title', p.title,
					'organisationName', o.name
				)
				order by h.capacity = 'deputy', p.id
			) as posts
		from public.people pe
		join public.holdings h on h.person_id = pe.id and private.is_current(h)
		join public.posts p on p.id = h.post_id
		join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example'
		group by pe.id
		union all
		select pe.id, concat_ws(' ', pe.salutation, pe.family_name), min(p.created_at),
			jsonb_agg(
				jsonb_build_object(
					'title', p.title,
					'kind', s.kind,
					'organisationName', o.name,
					'forPerson', private.name_of(s.for_person_id)
				)
				order by p.id
			)
		from public.people pe
		cross join lateral private.assisted_posts(pe.id) s
		join public.posts p on p.id = s.post_id
		join public.organisations o on o.id = p.organisation_id
		join public.authorities a on a.id = p.authority_id and a.is_sample
		where pe.email like '%@beispiel.example'
			and not exists (select from public.holdings h where h.person_id = pe.id and private.is_current(h))
		group by pe.id
	) x
$$;
comment on function public.sample_people() is
	'The sample people to sign in as with one click; only those of sample authorities with sample '
	'addresses.';

create function private.address_of(p_person uuid) returns text
language sql stable security definer set search_path = '' as $$
	select pe.email
	from public.people pe
	where pe.id = p_person
		and (
			pe.id = private.person_id()
				or exists (
					select
					from public.holdings h
					where h.person_id = pe.id
						and h.authority_id in (select private.my_authorities('{administrator}'))
						and h.ended_at is null
						and (h.ends_on is null or h.ends_on >= private.today())
				)
		)
$$;
comment on function private.address_of(uuid) is
	'E-mail address of oneself or, for the administrator, of those who hold a post of the authority '
	'today or later. Definer: the column is granted to nobody.';
grant execute on function private.address_of(uuid) to authenticated;

create function private.alone_as(p_person uuid, p_kind text) returns setof uuid
language sql stable set search_path = '' as $$
	select h.authority_id from public.holdings h join public.posts p on p.id = h.post_id
	where h.person_id = p_person and p.kind = p_kind and p.abolished_on is null and private.is_current(h)
		and not exists (
			select
			from public.holdings x
			join public.posts q on q.id = x.post_id
			where x.authority_id = h.authority_id
				and q.kind = p_kind
				and q.abolished_on is null
				and private.is_current(x)
				and x.person_id <> p_person
		)
$$;
comment on function private.alone_as(uuid, text) is
	'Authorities in which nobody else holds a post of this kind today.';

create function public.account_leaving(p_person uuid, p_session uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'isProven', private.is_proven(p_person, p_session),
		'isLastAdministrator', exists (select from private.alone_as(p_person, 'administrator')),
		'isLastPlanner', exists (select from private.alone_as(p_person, 'planner')),
		'unanswered', (
			select count(*)
			from public.need_reports
			where final_at is null and authority_id in (select private.alone_as(p_person, 'planner'))
		),
		'drafts', (select count(*) from public.need_report_drafts where written_by = p_person),
		'reports', (select count(*) from public.need_reports where p_person in (written_by, released_by))
	)
$$;
comment on function public.account_leaving(uuid, uuid) is
	'What goes and what stays when this person leaves, and whether a fresh code is needed first. '
	'Definer and for the server only.';

-- Setting up, replacing, taking away.
create function public.second_factor_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'since', (select confirmed_at from private.second_factors where person_id = p_person),
		'codesLeft', (
			select count(*) from private.recovery_codes where person_id = p_person and used_at is null
		),
		'isRequired', private.needs_second_factor(p_person),
		'offer', (
			select secret
			from private.second_factor_offers
			where person_id = p_person and created_at > private.now() - interval '1 hour'
		)
	)
$$;
comment on function public.second_factor_of(uuid) is
	'What a person has set up, and the key on offer. Definer and for the server only.';

create function private.links_to(p_person uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v record; v_count bigint; v_all jsonb := '[]';
begin
	for v in select k.conrelid::regclass as relation, a.attname as link from pg_catalog.pg_constraint k
		join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[cardinality(k.conkey)]
		where k.contype = 'f' and k.confrelid = 'public.people'::regclass order by 1, 2
	loop
		execute format('select count(*) from %s where %I = $1', v.relation, v.link) into v_count using p_person;
		if v_count > 0 then
			v_all := v_all
				|| jsonb_build_object(
					'table', v.relation::text,
					'column', v.link,
					'rows', v_count
				);
		end if;
	end loop;
	return v_all;
end
$$;
comment on function private.links_to(uuid) is
	'Every place in the database that points to a person, with the number of rows: asked of the '
	'catalogue, so that none is forgotten.';

create function private.own_data() returns jsonb
language sql stable security definer set search_path = '' as $$
	-- Colleagues go on writing a draft: whoever left the organisation does not read what they add.
	select jsonb_build_object(
		'person', jsonb_build_object(
			'salutation', pe.salutation,
			'givenName', pe.given_name,
			'familyName', pe.family_name,
			'email', pe.email,
			'createdAt', pe.created_at,
			'visitedAt', pe.visited_at,
			'visitedBeforeAt', pe.visited_before_at,
			'usedAt', pe.used_at
		),
		'display', jsonb_build_object(
			'locale', pe.locale,
			'textSize', pe.text_size,
			'contrast', pe.contrast
		),
		'mailPreferences', (
			select coalesce(jsonb_object_agg(kind_group, pace), '{}')
			from public.mail_preferences
			where person_id = pe.id
		),
		'signIn', jsonb_build_object(
			'passwordChangedAt', (select changed_at from private.passwords where person_id = pe.id),
			'secondFactorSince', (select confirmed_at from private.second_factors where person_id = pe.id),
			'recoveryCodesLeft', (
				select count(*) from private.recovery_codes where person_id = pe.id and used_at is null
			),
			'attempts', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'at', created_at,
							'usedAt', used_at
						)
						order by created_at desc
					),
					'[]'
				)
				from private.sign_ins
				where person_id = pe.id
			)
		),
		'posts', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'title', p.title,
						'organisationName', o.name,
						'capacity', h.capacity,
						'startsOn', h.starts_on,
						'endsOn', h.ends_on,
						'endedAt', h.ended_at
					)
					order by h.starts_on desc, h.id
				),
				'[]'
			)
			from public.holdings h
			join public.posts p on p.id = h.post_id
			join public.organisations o on o.id = p.organisation_id
			where h.person_id = pe.id
		),
		'invitations', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'email', i.email,
						'postTitle', p.title,
						'organisationName', o.name,
						'at', i.created_at,
						'acceptedAt', i.accepted_at
					)
					order by i.created_at desc
				),
				'[]'
			)
			from public.invitations i
			join public.posts p on p.id = i.post_id
			join public.organisations o on o.id = p.organisation_id
			where i.accepted_by = pe.id or lower(i.email) = lower(pe.email)
		),
		'sessions', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'device', device,
						'createdAt', created_at,
						'usedAt', used_at,
						'expiresAt', expires_at,
						'endedAt', ended_at
					)
					order by used_at desc
				),
				'[]'
			)
			from private.sessions
			where person_id = pe.id
		),
		'addressChanges', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'from', old_email,
						'to', new_email,
						'at', created_at,
						'confirmedAt', confirmed_at,
						'objectedAt', objected_at
					)
					order by created_at desc
				),
				'[]'
			)
			from private.address_changes
			where person_id = pe.id
		),
		'keptForms', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'path', path,
						'fields', fields,
						'at', created_at
					)
					order by created_at desc
				),
				'[]'
			)
			from private.kept_forms
			where person_id = pe.id
		),
		'drafts', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'title', d.answers ->> 'title',
						'organisationName', o.name,
						'at', d.created_at,
						'answers', case
							when d.organisation_id in (select private.my_organisations())
								or d.is_transcription
									and d.authority_id in (select private.my_authorities('{planner}')) then d.answers
						end
					)
					order by d.created_at desc
				),
				'[]'
			)
			from public.need_report_drafts d
			join public.organisations o on o.id = d.organisation_id
			where d.written_by = pe.id
		),
		'reports', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'number', number,
						'title', title,
						'at', received_at,
						'hasWritten', coalesce(written_by = pe.id, false),
						'hasReleased', coalesce(released_by = pe.id, false)
					)
					order by received_at desc
				),
				'[]'
			)
			from public.need_reports
			where pe.id in (written_by, released_by)
		),
		'entries', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', e.created_at,
						'kind', e.kind,
						'number', r.number,
						'postTitle', e.post_title,
						'personName', e.person_name
					)
					order by e.id desc
				),
				'[]'
			)
			from public.events e
			left join public.need_reports r on e.subject_kind = 'need_report' and r.id = e.subject_id
			where e.person_id = pe.id
		),
		'rightsChanged', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', created_at,
						'kind', kind,
						'subject', subject
					)
					order by id desc
				),
				'[]'
			)
			from public.administration_events
			where person_id = pe.id
		),
		'surveyAnswers', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', r.created_at,
						'callTitle', c.title,
						'fieldLabel', f.label,
						'organisationName', o.name,
						'answers', x.answers,
						'hasEntered', coalesce(r.entered_by = pe.id, false),
						'hasReleased', coalesce(r.released_by = pe.id, false)
					)
					order by r.created_at desc, f.position
				),
				'[]'
			)
			from public.call_returns r
			join public.survey_return_fields x on x.authority_id = r.authority_id and x.return_id = r.id
			join public.calls c on c.id = r.call_id
			join public.fields_of_action f on f.key = x.field_of_action
			join public.organisations o on o.id = r.organisation_id
			where pe.id in (r.entered_by, r.released_by)
		),
		'savedAnswers', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', s.saved_at,
						'callTitle', c.title,
						'fieldLabel', f.label,
						'organisationName', o.name,
						'answers', s.answers
					)
					order by s.saved_at desc, f.position
				),
				'[]'
			)
			from public.survey_answers s
			join public.call_addressees a on a.id = s.addressee_id
			join public.calls c on c.id = a.call_id
			join public.fields_of_action f on f.key = s.field_of_action
			join public.organisations o on o.id = s.organisation_id
			where s.saved_by = pe.id
		),
		'messages', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', x.created_at,
						'kind', x.kind,
						'number', r.number,
						'text', x.body
					)
					order by x.created_at desc
				),
				'[]'
			)
			from public.need_report_messages x
			join public.need_reports r on r.id = x.report_id
			where x.person_id = pe.id
		),
		'attachments', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', x.uploaded_at,
						'fileName', x.file_name,
						'number', r.number
					)
					order by x.uploaded_at desc
				),
				'[]'
			)
			from public.attachments x
			left join public.need_reports r on r.id = x.report_id
			where x.uploaded_by = pe.id
		),
		'meetings', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', coalesce(x.changed_at, x.created_at),
						'title', x.title,
						'organisationName', o.name,
						'body', x.body,
						'startsAt', x.starts_at,
						'place', x.place
					)
					order by x.starts_at desc, x.id
				),
				'[]'
			)
			from public.meetings x
			join public.organisations o on o.id = x.organisation_id
			where pe.id in (x.entered_by, x.changed_by)
		),
		'calendars', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', x.updated_at,
						'organisationName', o.name,
						'state', x.state
					)
					order by x.updated_at desc
				),
				'[]'
			)
			from public.meeting_calendars x
			join public.organisations o on o.id = x.organisation_id
			where x.updated_by = pe.id
		),
		'callSteps', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', s.created_at,
						'callTitle', c.title,
						'step', s.step
					)
					order by s.created_at desc
				),
				'[]'
			)
			from public.call_steps s
			join public.calls c on c.id = s.call_id
			where s.person_id = pe.id
		),
		'assistances', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', a.created_at,
						'role', case when h.person_id = pe.id then 'member' else 'assistant' end,
						'postTitle', p.title,
						'organisationName', o.name,
						'endsOn', a.ends_on,
						'endedAt', a.revoked_at
					)
					order by a.created_at desc
				),
				'[]'
			)
			from public.assistances a
			join public.holdings h on h.id = a.holding_id
			join public.posts p on p.id = h.post_id
			join public.organisations o on o.id = p.organisation_id
			where pe.id in (h.person_id, a.assistant_id)
		),
		'imports', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', uploaded_at,
						'fileName', file_name
					)
					order by uploaded_at desc
				),
				'[]'
			)
			from public.imports
			where uploaded_by = pe.id
		),
		'tokens', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'name', name,
						'scopes', scopes,
						'at', created_at,
						'expiresAt', expires_at,
						'usedAt', used_at,
						'revokedAt', revoked_at
					)
					order by created_at desc
				),
				'[]'
			)
			from private.access_tokens
			where person_id = pe.id
		),
		'feed', (
			select jsonb_build_object(
				'at', created_at,
				'usedAt', used_at
			)
			from private.feeds
			where person_id = pe.id
		),
		'audit', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', created_at,
						'kind', kind,
						'detail', detail
					)
					order by id desc
				),
				'[]'
			)
			from private.audit_entries
			where person_id = pe.id
		),
		'mails', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'subject', subject,
						'at', queued_at,
						'sentAt', sent_at
					)
					order by queued_at desc
				),
				'[]'
			)
			from private.mails
			where person_id = pe.id or lower(recipient) = lower(pe.email)
		),
		'links', private.links_to(pe.id)
	)
	from public.people pe where pe.id = private.person_id()
$$;
comment on function private.own_data() is
	'Everything stored about the person asking, and about nobody else. Definer: much of it is granted '
	'to nobody, but everybody may know the own.';
grant execute on function private.own_data() to authenticated;

create function public.own_data() returns jsonb
language sql stable set search_path = '' as $$
	select private.own_data()
$$;
comment on function public.own_data() is 'What is stored about oneself (Art. 15 DSGVO).';
grant execute on function public.own_data() to authenticated;
