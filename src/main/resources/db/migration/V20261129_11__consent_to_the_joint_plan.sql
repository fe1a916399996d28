-- A kind of information of its own: the joint plan (SIP, SAMSIP, Min plan). It was not named in version 1 of the text, so an answer to a
-- question that was put with that version is never about it. A plan that is agreed on in talks is what it was.
alter table consent_answers drop constraint consent_answers_kinds_check;
alter table consent_answers add constraint consent_answers_kinds_check check (kinds <@ array['IDENTITY', 'ASSESSMENTS', 'PLAN',
  'JOINT_PLAN', 'ACTIVITIES', 'NOTES', 'HEALTH', 'SOCIAL', 'ECONOMY', 'WORK', 'WORKSHEETS']);
alter table consent_answers add constraint consent_answers_joint_plan_in_text
  check (number > 1 or text_version is null or text_version >= 2 or not 'JOINT_PLAN' = any(kinds));
