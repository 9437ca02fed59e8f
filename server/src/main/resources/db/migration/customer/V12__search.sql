-- Why: any fragment of a name, a remark or a number finds. Under row-level security only equality and order use an index,
-- so texts are cut into pieces: pairs of characters, single ones that are no letters or digits of ours, and four digits of
-- phone numbers. Pieces only narrow; whoever searches is shown what truly matches within their sight.

create table customer.search_piece (
    tenant_id   bigint not null,
    piece       text   not null check (length(piece) between 1 and 8),
    customer_id uuid   not null,
    primary key (tenant_id, piece, customer_id),
    foreign key (tenant_id, customer_id) references customer.customer on delete cascade
);
create index search_piece_customer on customer.search_piece (tenant_id, customer_id);
call kernel.wall('customer.search_piece');
comment on table customer.search_piece is 'cut from names, remarks and numbers whenever these change';

-- 来源: the channel through which a customer first came. A field, not a tag.
create table customer.origin (
    tenant_id bigint not null,
    id        uuid   not null,
    name      text   not null,
    primary key (tenant_id, id)
);
call kernel.wall('customer.origin');
comment on column customer.origin.id is 'of the channel, as its own module calls it';

alter table customer.customer
    add column origin_id uuid,
    add foreign key (tenant_id, origin_id) references customer.origin;
create index customer_origin on customer.customer (tenant_id, origin_id, added_at desc, id desc);
