-- Rules of the controlled vocabulary: who may, what must be true, what follows.

grant select on public.fields_of_action, public.target_groups, public.decision_words to anon, authenticated;
create policy "everyone reads fields of action" on public.fields_of_action
	for select to anon, authenticated
	using (true);

create policy "everyone reads target groups" on public.target_groups
	for select to anon, authenticated
	using (true);

create policy "everyone reads decision words" on public.decision_words
	for select to anon, authenticated
	using (true);
