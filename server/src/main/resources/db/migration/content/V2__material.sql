-- Why: the materials themselves. What customers read is a version that no longer changes; work goes on in the next one.

create table content.folder (
    tenant_id bigint not null,
    id        uuid   not null,
    name      text   not null check (length(name) between 1 and 30),
    version   int    not null default 1,
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
call kernel.wall('content.folder');

create table content.material (
    tenant_id          bigint      not null,
    id                 uuid        not null,
    kind               text        not null check (kind in ('ARTICLE', 'DOCUMENT', 'POSTER', 'LINK')),
    folder_id          uuid,
    state              text        not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'WITHDRAWN', 'TAKEN_DOWN')),
    draft              int         not null,
    published          int,
    publish_when_ready boolean     not null default false,
    findings           jsonb       not null default '[]',
    reason             text,
    created_by         text        not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    published_at       timestamptz,
    version            int         not null default 1,
    primary key (tenant_id, id),
    foreign key (tenant_id, folder_id) references content.folder on delete set null (folder_id)
);
create index material_folder on content.material (tenant_id, folder_id);
call kernel.wall('content.material');
comment on column content.material.draft is 'the number of the version that people work on, or worked on last';
comment on column content.material.published is 'the number of the version that customers read; null while there is none';
comment on column content.material.findings is 'what the word list found when it was handed in';
comment on column content.material.reason is 'why it came back from review, or was taken down';

create table content.material_version (
    tenant_id    bigint      not null,
    material_id  uuid        not null,
    number       int         not null,
    title        text        not null,
    description  text        not null,
    cover_id     uuid,
    priced       boolean     not null,
    content      jsonb       not null,
    saved_by     text        not null,
    saved_at     timestamptz not null,
    published_at timestamptz,
    published_by text,
    primary key (tenant_id, material_id, number),
    foreign key (tenant_id, material_id) references content.material on delete cascade,
    foreign key (tenant_id, cover_id) references content.file
);
create index material_version_cover on content.material_version (tenant_id, cover_id);
call kernel.wall('content.material_version');

-- The company's own words that want a second look, and words of the house's list that it lives with.
create table content.review_setting (
    tenant_id bigint  not null,
    always    boolean not null,
    own       text[]  not null,
    allowed   text[]  not null,
    version   int     not null default 1,
    primary key (tenant_id)
);
call kernel.wall('content.review_setting');
