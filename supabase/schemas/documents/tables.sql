-- Who reads and writes the tables of documents, and what follows when they do: grants, policies, triggers.

grant select on public.documents to anon, authenticated;
grant insert (id, authority_id, kind, slug, title, language, is_numbered), update (title), delete
on public.documents to authenticated;
create policy "planners read documents, others what a round shows them" on public.documents
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or id in (select document_id from private.shown_versions())
	);
create policy "everybody reads documents of public rounds" on public.documents
	for select to anon
	using (id in (select document_id from private.shown_versions()));
create policy "planners begin documents" on public.documents
	for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners rename documents" on public.documents for update to authenticated
	using (authority_id in (select private.my_authorities('{planner}')))
	with check (authority_id in (select private.my_authorities('{planner}')));
create policy "planners discard documents of which nothing is frozen" on public.documents
	for delete to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			and not exists (
				select
				from public.document_versions v
				where v.authority_id = documents.authority_id
					and v.document_id = documents.id
					and v.frozen_at is not null
			)
	);
create trigger stamp before insert on public.documents
	for each row execute function private.stamp_document();

grant select on public.document_versions to anon, authenticated;
grant insert (id, document_id, note, file_name), update (note, file_name), delete
on public.document_versions to authenticated;
create policy "planners read versions, others what a round shows them" on public.document_versions
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or id in (select version_id from private.shown_versions())
	);
create policy "everybody reads versions of public rounds" on public.document_versions
	for select to anon
	using (id in (select version_id from private.shown_versions()));
create policy "planners begin versions" on public.document_versions
	for insert to authenticated
	with check (private.plans_document(document_id));
create policy "planners say what a version is" on public.document_versions for update to authenticated
	using (authority_id in (select private.my_authorities('{planner}')) and frozen_at is null)
	with check (authority_id in (select private.my_authorities('{planner}')) and frozen_at is null);
create policy "planners discard versions in work" on public.document_versions for delete to authenticated
	using (authority_id in (select private.my_authorities('{planner}')) and frozen_at is null);
create trigger stamp before insert on public.document_versions
	for each row execute function private.stamp_version();
create trigger keep_version before update on public.document_versions
	for each row execute function private.keep_version();

grant select on public.sections to anon, authenticated;
grant insert (id, document_id) on public.sections to authenticated;
create policy "planners read sections, others what a round shows them" on public.sections
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or document_id in (select document_id from private.shown_versions())
	);
create policy "everybody reads sections of public rounds" on public.sections
	for select to anon
	using (document_id in (select document_id from private.shown_versions()));
create policy "planners add sections" on public.sections
	for insert to authenticated
	with check (private.plans_document(document_id));
create trigger stamp before insert on public.sections
	for each row execute function private.stamp_section();

grant select on public.section_texts to anon, authenticated;
grant insert (version_id, section_id, place, level, number, heading, body, words, seconds, summary, concerns,
		origins),
	update (place, level, number, heading, body, words, seconds, summary, concerns, origins),
	delete
on public.section_texts to authenticated;
create policy "planners read texts, others what a round shows them" on public.section_texts
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or version_id in (select version_id from private.shown_versions())
	);
create policy "everybody reads texts of public rounds" on public.section_texts
	for select to anon
	using (version_id in (select version_id from private.shown_versions()));
create policy "planners write texts of versions in work" on public.section_texts
	for insert to authenticated
	with check (private.works_on_version(version_id));
create policy "planners change texts of versions in work" on public.section_texts for update to authenticated
	using (private.works_on_version(version_id)) with check (private.works_on_version(version_id));
create policy "planners take texts out of versions in work" on public.section_texts
	for delete to authenticated
	using (private.works_on_version(version_id));
create trigger stamp before insert or update on public.section_texts
	for each row execute function private.stamp_section_text();
create trigger after_text after insert or update or delete on public.section_texts
	for each row execute function private.after_section_text();
create trigger keep_frozen before delete on public.section_texts
	for each row execute function private.keep_frozen();

grant select, insert (id, version_id, section_id, base, heading, body, words, seconds)
on public.section_revisions to authenticated;
grant update (outcome) on public.section_revisions to authenticated;
create policy "planners read every wording" on public.section_revisions
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners lay a wording beside" on public.section_revisions
	for insert to authenticated
	with check (private.works_on_version(version_id));
create policy "planners settle what lies beside" on public.section_revisions for update to authenticated
	using (private.works_on_version(version_id) and revision is null and outcome is null)
	with check (private.works_on_version(version_id));
create trigger stamp before insert on public.section_revisions
	for each row when (pg_trigger_depth() = 0) execute function private.stamp_revision();

grant select, insert (id, version_id, section_id, body, words, of_text, checked_by, checked_on)
on public.section_twins to anon, authenticated;
revoke insert on public.section_twins from anon;
create policy "planners read twins, others what a round shows them" on public.section_twins
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or version_id in (select version_id from private.shown_versions())
	);
create policy "everybody reads twins of public rounds" on public.section_twins
	for select to anon
	using (version_id in (select version_id from private.shown_versions()));
create policy "planners write twins" on public.section_twins
	for insert to authenticated
	with check (private.plans_version(version_id));
create trigger stamp before insert on public.section_twins
	for each row execute function private.stamp_twin();
create trigger keep_words before update on public.section_twins
	for each row execute function private.keep_words();

grant select on public.section_lineage to anon, authenticated;
grant insert (version_id, from_section, to_section, fate, is_changed, reason), delete
on public.section_lineage to authenticated;
create policy "planners read lineage, others what a round shows them" on public.section_lineage
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or version_id in (select version_id from private.shown_versions())
	);
create policy "everybody reads lineage of public rounds" on public.section_lineage
	for select to anon
	using (version_id in (select version_id from private.shown_versions()));
create policy "planners say what became of sections" on public.section_lineage
	for insert to authenticated
	with check (private.works_on_version(version_id));
create policy "planners say anew what became of sections" on public.section_lineage
	for delete to authenticated
	using (private.works_on_version(version_id));
create trigger stamp before insert on public.section_lineage
	for each row execute function private.stamp_lineage();
create trigger keep_words before update on public.section_lineage
	for each row execute function private.keep_words();

grant select on public.document_files to anon, authenticated;
grant insert (id, document_id, media_type, size_bytes, sha256) on public.document_files to authenticated;
create policy "planners read pictures, others what a round shows them" on public.document_files
	for select to authenticated
	using (
		authority_id in (select private.my_authorities('{planner}'))
			or document_id in (select document_id from private.shown_versions())
	);
create policy "everybody reads pictures of public rounds" on public.document_files
	for select to anon
	using (document_id in (select document_id from private.shown_versions()));
create policy "planners add pictures" on public.document_files
	for insert to authenticated
	with check (private.plans_document(document_id));
create trigger stamp before insert on public.document_files
	for each row execute function private.stamp_document_file();
