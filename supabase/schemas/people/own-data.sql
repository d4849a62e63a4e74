-- What is stored of a person, for that person.

create function private.own_data() returns jsonb
language sql stable security definer set search_path = '' as $$
	-- Colleagues go on writing a draft: whoever left the organisation does not read what they add, not even
	-- its title. A meeting stands here as long as nobody else changed it.
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
						'title', x.answers ->> 'title',
						'organisationName', o.name,
						'at', d.created_at,
						'answers', x.answers
					)
					order by d.created_at desc
				),
				'[]'
			)
			from public.need_report_drafts d
			join public.organisations o on o.id = d.organisation_id
			cross join lateral (
				select case
					when d.organisation_id in (select private.my_organisations())
						or d.is_transcription
							and d.authority_id in (select private.my_authorities('{planner}')) then d.answers
				end as answers
			) x
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
						'fieldLabel', coalesce(f.label, 'Weitere Fragen'),
						'organisationName', o.name,
						'answers', private.answers_by_label(r.call_id, x.answers),
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
			left join public.fields_of_action f on f.key = x.field_of_action
			join public.organisations o on o.id = r.organisation_id
			where pe.id in (r.entered_by, r.released_by)
		),
		'savedAnswers', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', s.saved_at,
						'callTitle', c.title,
						'fieldLabel', coalesce(f.label, 'Weitere Fragen'),
						'organisationName', o.name,
						'answers', private.answers_by_label(a.call_id, s.answers)
					)
					order by s.saved_at desc, f.position
				),
				'[]'
			)
			from public.survey_answers s
			join public.call_addressees a on a.id = s.addressee_id
			join public.calls c on c.id = a.call_id
			left join public.fields_of_action f on f.key = s.field_of_action
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
			from (
				select m.created_at, m.kind, m.body, m.report_id
				from public.need_report_messages m
				where m.person_id = pe.id
				union all
				select c.created_at, c.kind, c.body, c.report_id
				from public.need_report_contributions c
				where c.person_id = pe.id
			) x
			join public.need_reports r on r.id = x.report_id
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
			where case when x.changed_at is null then x.entered_by else x.changed_by end = pe.id
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
		'savedFilters', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', created_at,
						'name', name,
						'filter', filter
					)
					order by created_at desc
				),
				'[]'
			)
			from public.saved_filters
			where person_id = pe.id
		),
		'votes', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'at', c.created_at,
						'title', v.title,
						'organisationName', o.name,
						'choices', (
							select jsonb_object_agg(i.place::text, h.choice)
							from public.vote_choices h
							join public.vote_items i on i.id = h.item_id
							where h.elector_id = c.elector_id
						)
					)
					order by c.created_at desc
				),
				'[]'
			)
			from public.vote_casts c
			join public.votes v on v.id = c.vote_id
			join public.organisations o on o.id = v.organisation_id
			where c.person_id = pe.id
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
