-- Why: what a reader's page tells must be on disk before it is acknowledged, and become one visit however it arrives.

-- A visitor's own address of a share: whoever comes by it got it from them.
create table tracking.hop (
    tenant_id  bigint      not null,
    id         uuid        not null,
    token      text        not null check (length(token) between 8 and 24),
    share_id   uuid        not null,
    visitor_id uuid        not null,
    via_id     uuid,
    made_at    timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, share_id, token),
    unique (tenant_id, share_id, visitor_id),
    foreign key (tenant_id, share_id) references tracking.share,
    foreign key (tenant_id, visitor_id) references customer.visitor,
    foreign key (tenant_id, via_id) references tracking.hop
);
create index hop_via on tracking.hop (tenant_id, via_id);
create index hop_visitor on tracking.hop (tenant_id, visitor_id);
call kernel.wall('tracking.hop');
comment on column tracking.hop.token is 'open: stands in addresses that are handed on, and opens nothing';
comment on column tracking.hop.via_id is 'by whose address the visitor came first; null when by the share itself';

-- What pages told, as they told it: never changed. The id holds the moment and a digest of what names the beat.
create table tracking.event (
    tenant_id bigint  not null,
    id        uuid    not null,
    visit_id  uuid    not null,
    kind      text    not null,
    seconds   int     not null,
    depth     int     not null,
    page      int,
    touched   boolean not null,
    primary key (tenant_id, id)
) partition by range (id);
create index event_visit on tracking.event (tenant_id, visit_id, id);
call kernel.wall('tracking.event');
create policy ingest on tracking.event for insert
    with check (tenant_id = any ((select nullif(current_setting('tilth.ingest_tenants', true), ''))::bigint[]));

-- Visits of which something new is known, or that may have ended.
create table tracking.event_due (
    id         uuid        not null primary key,
    tenant_id  bigint      not null,
    visit_id   uuid        not null,
    share_id   uuid        not null,
    hop_id     uuid        not null,
    visitor_id uuid        not null,
    due_at     timestamptz not null,
    ends       boolean     not null default false
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);
create index event_due_tenant on tracking.event_due (tenant_id, due_at, id);
comment on column tracking.event_due.ends is 'asks whether the visit is over; one at a time of each that goes on';
comment on table tracking.event_due is 'global: workers look for visits of all tenants at once; holds ids only';

-- One device's reading of one share, 浏览.
create table tracking.visit (
    tenant_id   bigint      not null,
    id          uuid        not null,
    share_id    uuid        not null,
    material_id uuid        not null,
    member_id   uuid        not null,
    visitor_id  uuid        not null,
    hop_id      uuid        not null,
    via_id      uuid,
    certainty   text        not null check (certainty in ('SELF', 'LIKELY', 'VISITOR')),
    customer_id uuid,
    opened_at   timestamptz not null,
    last_at     timestamptz not null,
    seconds     int         not null,
    percent     int         not null check (percent between 0 and 100),
    page_seconds int[]      not null,
    told        text[]      not null,
    before_at   timestamptz,
    heard_at    timestamptz not null,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, share_id) references tracking.share,
    foreign key (tenant_id, visitor_id) references customer.visitor,
    foreign key (tenant_id, hop_id) references tracking.hop,
    foreign key (tenant_id, via_id) references tracking.hop,
    foreign key (tenant_id, customer_id) references customer.customer,
    check ((certainty = 'VISITOR') = (customer_id is null))
);
create index visit_share on tracking.visit (tenant_id, share_id, last_at);
create index visit_visitor on tracking.visit (tenant_id, visitor_id, last_at);
create index visit_customer on tracking.visit (tenant_id, customer_id, material_id, last_at);
create index visit_hop on tracking.visit (tenant_id, hop_id);
create index visit_via on tracking.visit (tenant_id, via_id);
create index visit_certainty on tracking.visit (tenant_id, certainty, id);
call kernel.wall('tracking.visit');
comment on column tracking.visit.customer_id is 'who reads, for sure or probably';
comment on column tracking.visit.page_seconds is 'of each page of a document, in their order';
comment on column tracking.visit.told is 'what others have been told of already';
comment on column tracking.visit.heard_at is 'by our clock; the reader''s may stand still';
comment on column tracking.visit.before_at is 'when the same reader last read the same material';

-- Months a year ahead, one for strays, and none whose last day is more than 13 months ago: then the visits remain.
-- Reviewed: runs as the owner, for only an owner may add and drop tables; takes no names from anybody.
create procedure tracking.keep_event_months()
    language plpgsql
    security definer
    set search_path = ''
as
$$
declare
    month timestamptz;
    old   record;
    part  text;
begin
    for step in -1..12 loop
        month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => step)) at time zone 'UTC';
        part := 'event_' || to_char(month at time zone 'UTC', 'YYYYMM');
        if to_regclass('tracking.' || part) is null then
            execute format('create table tracking.%I partition of tracking.event for values from (%L) to (%L)', part,
                tracking.event_floor(month),
                tracking.event_floor((month at time zone 'UTC' + interval '1 month') at time zone 'UTC'));
            execute format('revoke all on tracking.%I from ${app}', part);
            call kernel.wall(format('tracking.%I', part)::regclass);
        end if;
    end loop;
    for old in
        select c.relname
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'tracking.event'::regclass and c.relname ~ '^event_[0-9]{6}$'
            and (to_date(right(c.relname, 6), 'YYYYMM') + interval '14 months') < now()
    loop
        execute format('drop table tracking.%I', old.relname);
    end loop;
end
$$;

-- The smallest id of a moment, as the application makes them.
create function tracking.event_floor(moment timestamptz) returns uuid
    language sql
    immutable
    set search_path = ''
return (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid;

create table tracking.event_stray partition of tracking.event default;
revoke all on tracking.event_stray from ${app};
call kernel.wall('tracking.event_stray');

call tracking.keep_event_months();
grant execute on procedure tracking.keep_event_months() to ${app};
