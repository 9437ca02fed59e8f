-- Why: the WeCom channel brings rooms of its own: the channel itself, the people inside, the people outside, and the
-- groups in which they meet.

create schema wecom;
create schema directory;
create schema customer;
create schema community;

grant usage on schema wecom, directory, customer, community to ${app};
alter default privileges in schema wecom, directory, customer, community
    grant select, insert, update, delete on tables to ${app};
alter default privileges in schema wecom, directory, customer, community grant usage on sequences to ${app};
