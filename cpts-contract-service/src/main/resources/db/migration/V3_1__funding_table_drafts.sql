-- Drafts change until they are published: each change has its number, for If-Match.
alter table funding_table disable trigger funding_table_is_frozen;
alter table funding_table add column revision bigint not null default 1 check (revision >= 1);
alter table funding_table add column changed_at timestamptz;
update funding_table set changed_at = published_at;
alter table funding_table alter column changed_at set not null;
alter table funding_table alter column revision drop default;
alter table funding_table enable trigger funding_table_is_frozen;

-- Two drafts of one table could only contradict each other.
create unique index funding_table_one_draft on funding_table (code) where published_at is null;

alter table funding_amount drop constraint funding_amount_verification_check;
alter table funding_amount add check (verification in ('verified', 'to-verify', 'assumption'));
