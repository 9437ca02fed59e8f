-- Why: the files that materials are made of. They lie beside their owners' other rows, so that they are backed up, taken
-- along and erased with them; in small pieces, so that nobody ever holds a large one in memory.

create table content.file (
    tenant_id    bigint      not null,
    id           uuid        not null,
    content_type text        not null check (content_type in ('image/jpeg', 'image/png', 'image/gif', 'application/pdf')),
    name         text        not null,
    bytes        int         not null check (bytes >= 0),
    width        int,
    height       int,
    part_of      uuid,
    created_at   timestamptz not null,
    primary key (tenant_id, id)
);
create index file_part_of on content.file (tenant_id, part_of);
call kernel.wall('content.file');
comment on column content.file.part_of is 'the document whose page it shows: it goes with that';

create table content.file_piece (
    tenant_id bigint not null,
    file_id   uuid   not null,
    number    int    not null,
    bytes     bytea  not null,
    primary key (tenant_id, file_id, number),
    foreign key (tenant_id, file_id) references content.file on delete cascade
);
call kernel.wall('content.file_piece');

-- Which material uses which file. A file that nobody uses goes after a while; an opened one is for everybody's eyes.
create table content.file_use (
    tenant_id   bigint  not null,
    material_id uuid    not null,
    file_id     uuid    not null,
    opened      boolean not null default false,
    primary key (tenant_id, material_id, file_id),
    foreign key (tenant_id, file_id) references content.file on delete cascade
);
create index file_use_file on content.file_use (tenant_id, file_id);
call kernel.wall('content.file_use');

-- A PDF becomes a picture for each page, in the background.
create table content.document (
    tenant_id     bigint      not null,
    file_id       uuid        not null,
    state         text        not null check (state in ('WAITING', 'READY', 'FAILED')),
    pages         int         not null default 0,
    done          int         not null default 0,
    fonts_missing boolean     not null default false,
    reason        text,
    begun_at      timestamptz not null,
    claimed_until timestamptz,
    primary key (tenant_id, file_id),
    foreign key (tenant_id, file_id) references content.file on delete cascade
);
call kernel.wall('content.document');
comment on column content.document.claimed_until is 'until then somebody is at it; a node that died is not waited for longer';

create table content.document_page (
    tenant_id  bigint not null,
    file_id    uuid   not null,
    number     int    not null,
    picture_id uuid   not null,
    text       text   not null,
    primary key (tenant_id, file_id, number),
    foreign key (tenant_id, file_id) references content.document on delete cascade,
    foreign key (tenant_id, picture_id) references content.file on delete cascade
);
create index document_page_picture on content.document_page (tenant_id, picture_id);
call kernel.wall('content.document_page');
