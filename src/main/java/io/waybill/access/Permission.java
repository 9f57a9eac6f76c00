package io.waybill.access;

/** What somebody who is signed in may do; a role is a set of these. */
public enum Permission {
    /** Sees chats. */
    CHATS_READ,
    /** Answers chats, takes them over, gives them to others. */
    CHATS_ANSWER,
    /** Sees orders. */
    ORDERS_READ,
    /** Moves orders on: prepared, shipped, delivered, cancelled. */
    ORDERS_FULFIL,
    /** Makes orders, asks for payment, asks for money back, gives orders to others. */
    ORDERS_SELL,
    /** Decides about money back. */
    REFUNDS_DECIDE,
    /** Sees paid services and how much of their time is left. */
    SERVICES_READ,
    /** Ends services and offers to renew them. */
    SERVICES_RUN,
    /** Sees what is sold, and what delivery costs. */
    CATALOG_READ,
    /** Says what of it customers see: visibility, images, flows, delivery charges. */
    CATALOG_EDIT,
    /** Sees job positions and who applied. */
    JOBS_READ,
    /** Says which positions customers see, and by which flow they apply. */
    JOBS_EDIT,
    /** Sees flows and tries them. */
    FLOWS_READ,
    /** Changes flows, publishes them, takes them back. */
    FLOWS_EDIT,
    /** Sees message templates. */
    TEMPLATES_READ,
    /** Makes message templates, sends them to Meta, says which events use them. */
    TEMPLATES_EDIT,
    /** Sees how the ERP is connected and how it does. */
    ERP_READ,
    /** Connects the ERP and tries it, also by writes. */
    ERP_EDIT,
    /** Sees what waits, what failed, and how the parts do. */
    OPERATIONS_READ,
    /** Sends again, discards, decides about writes nobody knows of, tries a part once. */
    OPERATIONS_RUN,
    /** Sees settings. */
    SETTINGS_READ,
    /** Changes settings. */
    SETTINGS_EDIT,
    /** Says who may sign in and do what, makes API keys, reads who did what. */
    PEOPLE_MANAGE,
    /** Sees amounts: what orders cost, what was paid, what messages cost. */
    MONEY,
    /** Sees full phone numbers, addresses and files of customers, and exports or erases them. */
    PERSONAL_DATA
}
