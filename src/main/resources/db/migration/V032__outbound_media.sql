-- What Graph calls the files that Waybill sends: one row for each content and number of ours, for as long as Meta keeps them.
create table outbound_media (
    sha256          text        not null,
    phone_number_id text        not null,
    media_id        text        not null,
    expires_at      timestamptz not null,
    primary key (sha256, phone_number_id)
);
