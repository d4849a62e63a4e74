-- Text blocks of an authority for the reasons of its answers: who may, what follows, verbs, what is read.

create function private.stamp_text_block() returns trigger
language plpgsql set search_path = '' as $$
begin
	if tg_op = 'UPDATE' then
		new.revision := old.revision + 1;
		new.retired_at := case when new.retired_at is not null then coalesce(old.retired_at, private.now()) end;
	end if;
	new.title := btrim(new.title);
	new.body := btrim(new.body);
	new.changed_at := private.now();
	return new;
end
$$;
comment on function private.stamp_text_block() is
	'Every change is a new revision, so that nobody overwrites what was not seen.';

grant select, insert (id, authority_id, title, body), update (title, body, retired_at)
on public.text_blocks to authenticated;
create policy "planners read text blocks" on public.text_blocks for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "who answers writes text blocks" on public.text_blocks for insert to authenticated
	with check (private.answers_for(authority_id));
create policy "who answers changes text blocks" on public.text_blocks for update to authenticated
	using (private.answers_for(authority_id)) with check (private.answers_for(authority_id));
create trigger stamp before insert or update on public.text_blocks
	for each row execute function private.stamp_text_block();

grant select on public.text_block_uses to authenticated;
create policy "planners read where text blocks stand" on public.text_block_uses for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

create function private.note_block_uses(p_answer uuid, p_blocks uuid[]) returns void
language sql volatile security definer set search_path = '' as $$
	insert into public.text_block_uses (authority_id, block_id, answer_id)
	select a.authority_id, b.id, a.id
	from public.need_report_answers a
	join public.text_blocks b on b.authority_id = a.authority_id and b.id = any (p_blocks)
	where a.id = p_answer and a.person_id = private.person_id()
	on conflict do nothing
$$;
comment on function private.note_block_uses(uuid, uuid[]) is
	'Notes which text blocks an answer was written with. Definer: uses are granted to nobody; only to an answer '
	'that one gave oneself.';
grant execute on function private.note_block_uses(uuid, uuid[]) to authenticated;

create function private.block_to_change(p_id uuid) returns public.text_blocks
language plpgsql volatile set search_path = '' as $$
declare v public.text_blocks;
begin
	select * into v from public.text_blocks where id = p_id for update;
	perform private.require(private.answers_for(v.authority_id));
	return v;
end
$$;
comment on function private.block_to_change(uuid) is
	'A text block that one may change, locked; NOTFD otherwise.';
grant execute on function private.block_to_change(uuid) to authenticated;

create function public.add_text_block(p_authority uuid, p_id uuid, p_title text, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.answers_for(p_authority));
	perform private.check_text_block(p_authority, p_id, p_title, p_body);
	insert into public.text_blocks (id, authority_id, title, body)
	select p_id, p_authority, p_title, p_body
	where not exists (select from public.text_blocks b where b.id = p_id and b.authority_id = p_authority);
end
$$;
comment on function public.add_text_block(uuid, uuid, text, text) is
	'Keeps a text for the reasons of answers. p_id: drawn by the form; sent twice, it is one. MISSG; RULED: the '
	'name is taken.';
grant execute on function public.add_text_block(uuid, uuid, text, text) to authenticated;

create function private.check_text_block(p_authority uuid, p_id uuid, p_title text, p_body text) returns void
language plpgsql stable set search_path = '' as $$
begin
	if private.is_blank(p_title) or private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG',
		detail = (
			select jsonb_agg(f)
			from (
				values ('title', private.is_blank(p_title)), ('body', private.is_blank(p_body))
			) as x (f, is_missing)
			where is_missing
		)::text;
	elsif exists (
		select
		from public.text_blocks b
		where b.authority_id = p_authority
			and lower(b.title) = lower(btrim(p_title))
			and b.retired_at is null
			and b.id <> p_id
	) then
		raise exception 'errors_block_title_taken' using errcode = 'RULED', detail = '["title"]';
	end if;
end
$$;
comment on function private.check_text_block(uuid, uuid, text, text) is
	'A text block has a name of its own and a text. MISSG, RULED with the fields.';
grant execute on function private.check_text_block(uuid, uuid, text, text) to authenticated;

create function public.change_text_block(p_id uuid, p_revision integer, p_title text, p_body text)
returns void
language plpgsql volatile set search_path = '' as $$
declare v public.text_blocks := private.block_to_change(p_id);
begin
	perform private.check_text_block(v.authority_id, p_id, p_title, p_body);
	if (v.title, v.body) = (btrim(p_title), btrim(p_body)) then
		return;
	elsif v.revision <> p_revision then
		raise exception 'changed by another' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', v.revision,
			'title', v.title,
			'body', v.body
		)::text;
	end if;
	update public.text_blocks set title = p_title, body = p_body where id = p_id;
end
$$;
comment on function public.change_text_block(uuid, integer, text, text) is
	'Changes a text block for the answers to come. STALE (detail: revision, title, body) when somebody else has '
	'changed it since it was read.';
grant execute on function public.change_text_block(uuid, integer, text, text) to authenticated;

create function public.retire_text_block(p_id uuid, p_is_retired boolean default true) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.text_blocks := private.block_to_change(p_id);
begin
	if not p_is_retired then
		perform private.check_text_block(v.authority_id, p_id, v.title, v.body);
	end if;
	update public.text_blocks
	set retired_at = case when p_is_retired then private.now() end
	where id = p_id and (retired_at is null) = p_is_retired;
end
$$;
comment on function public.retire_text_block(uuid, boolean) is
	'Offers a text block no more, or again. RULED: another has its name by now.';
grant execute on function public.retire_text_block(uuid, boolean) to authenticated;

create function public.text_blocks(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	return jsonb_build_object(
		'canChange', private.answers_for(p_authority),
		'blocks', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', b.id,
						'title', b.title,
						'body', b.body,
						'revision', b.revision,
						'isRetired', b.retired_at is not null,
						'uses', (
							select count(*)
							from public.text_block_uses u
							where u.authority_id = b.authority_id and u.block_id = b.id
						)
					)
					order by b.retired_at is not null, lower(b.title)
				),
				'[]'
			)
			from public.text_blocks b
			where b.authority_id = p_authority
		)
	);
end
$$;
comment on function public.text_blocks(uuid) is
	'The text blocks of an authority by name, those retired last, with the number of answers each stands in. '
	'Planners only.';
grant execute on function public.text_blocks(uuid) to authenticated;
