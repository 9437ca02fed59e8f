-- Why: 意向分. What customers did stays as raw signals, so that a score can be explained, and counted anew when the company
-- weighs things differently.

create table customer.score_setting (
    tenant_id    bigint not null,
    points       jsonb  not null,
    half_life    int    not null check (half_life between 1 and 365),
    daily_cap    int    not null check (daily_cap between 1 and 1000),
    repeat_hours int    not null check (repeat_hours between 0 and 240),
    high         int    not null check (high between 3 and 100),
    middle       int    not null,
    low          int    not null,
    version      int    not null,
    primary key (tenant_id),
    check (high > middle and middle > low and low > 0)
);
call kernel.wall('customer.score_setting');
comment on table customer.score_setting is 'a company without a row goes by the defaults';
comment on column customer.score_setting.half_life is 'days after which a signal is worth half';

create table customer.score_signal (
    tenant_id   bigint           not null,
    id          uuid             not null,
    customer_id uuid             not null,
    kind        text             not null
        check (kind in ('FRIEND_ADDED', 'OPENED', 'READ', 'READ_LONG', 'PRICE_OPENED', 'PRICE_READ_LONG', 'OPENED_AGAIN',
            'FORWARD_READ', 'CONTACT_TAPPED', 'PHONE_LEFT', 'BOOKED', 'SHOP_VISITED')),
    item        text,
    factor      double precision not null check (factor > 0 and factor <= 1),
    at          timestamptz      not null,
    source      text             not null check (length(source) between 1 and 200),
    points      double precision not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, source),
    foreign key (tenant_id, customer_id) references customer.customer
);
create index score_signal_customer on customer.score_signal (tenant_id, customer_id, at desc);
call kernel.wall('customer.score_signal');
comment on column customer.score_signal.points is 'what it counted on its day, after repeats and the daily cap';

-- All scores fade alike, so their order does not change with time: heat = log2(score then) + days since 1970 / half-life.
create table customer.score (
    tenant_id   bigint not null,
    customer_id uuid   not null,
    heat        double precision,
    half_life   int    not null,
    moved_at    timestamptz,
    read_at     timestamptz,
    setting     int    not null,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references customer.customer
);
create index score_heat on customer.score (tenant_id, heat desc);
create index score_setting_old on customer.score (tenant_id, setting);
call kernel.wall('customer.score');
comment on column customer.score.heat is 'the score at any time is 2 ^ (heat - days since 1970 / half_life); null without signals';
comment on column customer.score.moved_at is 'when the latest signal happened';
comment on column customer.score.read_at is 'when they last read something';
comment on column customer.score.setting is 'the version of the settings it was counted by';
