-- Why: who may see and do what with a report is decided here and nowhere else. Policies say who;
-- constraints say what is true; BEFORE triggers stamp person, post and time; AFTER triggers carry the
-- state forward, write the chronicle and queue the mail. Pages only ask.

alter table public.need_report_drafts enable row level security;
alter table public.needs enable row level security;
alter table public.need_reports enable row level security;
alter table public.need_report_contacts enable row level security;
alter table public.need_report_assessments enable row level security;
alter table public.need_report_messages enable row level security;
alter table public.need_report_handovers enable row level security;
alter table public.need_report_answers enable row level security;
alter table public.need_report_follow_ups enable row level security;
alter table public.need_settlements enable row level security;
alter table public.need_report_gap_answers enable row level security;
alter table public.events enable row level security;
