-- A little of everything the interface has to carry, apart from the product's own tables.
create schema trial_private;
create table public.trial_notes (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null default auth.uid(),
  body text not null constraint trial_notes_body_check check (body <> ''),
  kind text not null default 'a' unique
);
create table public.trial_lines (n integer primary key, note_id uuid references public.trial_notes (id));
insert into public.trial_lines select generate_series(1, 1200);
alter table public.trial_notes enable row level security;
alter table public.trial_lines enable row level security;
grant select, insert on public.trial_notes to authenticated;
grant select, insert on public.trial_lines to authenticated;
create policy "people read their notes" on public.trial_notes for select to authenticated
  using (owner_id = (select auth.uid()));
create policy "people write their notes" on public.trial_notes for insert to authenticated
  with check (owner_id = (select auth.uid()));
create policy "people read lines" on public.trial_lines for select to authenticated using (true);
create policy "people write lines" on public.trial_lines for insert to authenticated with check (true);

create function public.trial_raise(p_code text, p_detail text default null) returns void
  language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = p_code, message = 'trial_message', detail = coalesce(p_detail, ''), hint = 'trial_hint';
end $$;
create function public.trial_who() returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('person', auth.uid(), 'role', current_user)
$$;
create function public.trial_list(p_upto integer) returns table (n integer) language sql stable set search_path = '' as $$
  select l.n from public.trial_lines l where l.n <= p_upto order by l.n
$$;
create function public.trial_system() returns text language sql stable set search_path = '' as $$ select 'secret' $$;
grant execute on function public.trial_raise(text, text), public.trial_who() to anon, authenticated;
grant execute on function public.trial_list(integer) to authenticated;

create table public.trial_kinds (
  id bigint primary key, at timestamptz, day date, clock time, share numeric, words text[], people uuid[], days date[],
  document jsonb, yes boolean
);
alter table public.trial_kinds enable row level security;
grant select, insert on public.trial_kinds to authenticated;
create policy "people read kinds" on public.trial_kinds for select to authenticated using (true);
create policy "people write kinds" on public.trial_kinds for insert to authenticated with check (true);
create function public.trial_echo(p_document jsonb, p_words text[], p_day date, p_people uuid[] default '{}') returns jsonb
  language sql stable set search_path = '' as $$
  select jsonb_build_object('document', p_document, 'words', p_words, 'day', p_day, 'people', p_people)
$$;
create function public.trial_one() returns setof public.trial_kinds language sql stable set search_path = '' as $$
  select * from public.trial_kinds
$$;
grant execute on function public.trial_echo(jsonb, text[], date, uuid[]), public.trial_one() to authenticated;
