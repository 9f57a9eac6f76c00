-- Jobs that people apply for by a flow of their own. The ERP owns all else about a job.
create table job_flow (
    external_job_id text        primary key,
    flow_id         text        not null,
    assigned_at     timestamptz not null,
    assigned_by     text        not null
);

-- The picture of a job.
create table job_image (
    external_job_id text        primary key,
    image_id        text        not null references image (id),
    attached_at     timestamptz not null,
    attached_by     text        not null
);

create index job_image_image on job_image (image_id);

-- Who applied for a job, the latest first.
create index ledger_applicants on ledger ((cast(request as jsonb) ->> 'role'), opened_at) where operation = 'CREATE_APPLICANT';
