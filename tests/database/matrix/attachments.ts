import { rights } from './right.ts';

/** A file beside a draft is as private as the draft; beside a report it is the two sides', unless it was shared. */
export const attachments = rights(`
	reading a file of a draft | reporters | select from public.attachments where id = '{draftFile}'
	reading a file of a council's draft | council | select from public.attachments where id = '{councilFile}'
	reading a file of a draft of the Musterkreis | foreignClerk + foreignHead | select from public.attachments where id = '{foreignFile}'
	adding a file to a draft | reporters | select public.attach('{draft}', 'Foto.png', 'image/png', 9, repeat('a', 64), null, 'Ein Haus')
	adding a file to a council's draft | councilWriters | select public.attach('{councilDraft}', 'Foto.png', 'image/png', 9, repeat('a', 64), null, 'Ein Haus')
	adding the scan of a letter to its transcription | planners | select public.attach('{transcript}', 'Brief.pdf', 'application/pdf', 9, repeat('a', 64), false)
	adding a file past the verb | reporters | insert into public.attachments (draft_id, file_name, media_type, size_bytes, sha256, alt_text) values ('{draft}', 'Foto.png', 'image/png', 9, repeat('a', 64), 'Ein Haus')
	adding a file to a submitted report | nobody | insert into public.attachments (report_id, file_name, media_type, size_bytes, sha256, alt_text) values ('{id of inDistrict}', 'Foto.png', 'image/png', 9, repeat('a', 64), 'Ein Haus')
	adding a file in another's name | nobody | insert into public.attachments (draft_id, file_name, media_type, size_bytes, sha256, alt_text, uploaded_by) values ('{draft}', 'Foto.png', 'image/png', 9, repeat('a', 64), 'Ein Haus', '{person head}')
	removing a file from a draft | reporters | select public.detach('{draftFile}')
	removing a file of a council's draft | councilWriters | select public.detach('{councilFile}')
	removing a file past the verb | reporters | delete from public.attachments where id = '{draftFile}'
	removing a file of a report | nobody | select public.detach('{openSharedFile}')
	removing a file of a report past the verb | nobody | delete from public.attachments where id = '{openSharedFile}'
	changing a file of a report | nobody | update public.attachments set is_shared = true where id = '{participantsFile}'
	changing a file of a draft | nobody | update public.attachments set is_shared = true where id = '{draftFile}'
	reading a file that was not shared of a report for the district | reporters + planners | select from public.attachments where id = '{districtFile}'
	reading a shared file of a report for the district | reporters + planners | select from public.attachments where id = '{districtSharedFile}'
	reading a file that was not shared of a report for participants | reporters + planners | select from public.attachments where id = '{participantsFile}'
	reading a shared file of a report for participants | participants | select from public.attachments where id = '{participantsSharedFile}'
	reading a file that was not shared of a public report | reporters + planners | select from public.attachments where id = '{openFile}'
	reading a shared file of a public report | everyone | select id from public.attachments where id = '{openSharedFile}'
	listing the shared files of a public report | everyone | select * from public.attachments_of_report('{withFiles}')
	learning who uploaded a file without having signed in | signedIn | select uploaded_by, id from public.attachments where id = '{openSharedFile}'
	asking which bytes nobody refers to | nobody | select public.unattached(array[repeat('b', 64)])
`);
