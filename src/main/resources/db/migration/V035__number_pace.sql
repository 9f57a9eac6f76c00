-- Messages a second that Meta has raised a number of ours to; the configured value counts where it is higher.
create table number_pace (
    phone_number_id     text        primary key,
    messages_per_second int         not null,
    since               timestamptz not null
);
