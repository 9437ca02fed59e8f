-- Why: the first wings of the house get their schemas, with the same rights as the ground floor's.

create schema content;
create schema tracking;
create schema messaging;
create schema acquisition;
create schema automation;
create schema insight;

grant usage on schema content, tracking, messaging, acquisition, automation, insight to ${app};
alter default privileges in schema content, tracking, messaging, acquisition, automation, insight
    grant select, insert, update, delete on tables to ${app};
alter default privileges in schema content, tracking, messaging, acquisition, automation, insight
    grant usage on sequences to ${app};
