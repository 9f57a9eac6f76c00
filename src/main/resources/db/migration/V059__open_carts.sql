-- Carts that are filled and not ordered: when they are to be looked at next, and whether their customer was reminded.
create table open_cart (
    contact_id  bigint      primary key,
    -- different products
    lines       int         not null,
    since       timestamptz not null,
    changed_at  timestamptz not null,
    -- once for a cart, also when nothing was said
    reminded_at timestamptz,
    look_at     timestamptz not null
);

create index open_cart_look on open_cart (look_at);
create index open_cart_since on open_cart (since, contact_id);

-- Nobody is reminded of a cart from before. A session with U+0000 in it is JSON that PostgreSQL cannot look into: its cart is found when it changes.
insert into open_cart (contact_id, lines, since, changed_at, reminded_at, look_at)
select contact_id, jsonb_array_length(cart -> 'lines'), last_message_at, last_message_at, last_message_at, last_message_at
from (
    select contact_id, last_message_at,
        case when session like '%"cart"%' and position('\u0000' in session) = 0 then cast(session as jsonb) -> 'cart' end as cart
    from conversation where last_message_at is not null
) carts
where case when cart is null then false
    else jsonb_array_length(coalesce(cart -> 'lines', '[]')) > 0 and not coalesce(cast(cart ->> 'sent' as boolean), false) end;
