// Made by `npm run api` from OpenAPI with the SHA-256 6b221818b848f7deea3a68d28f184ac5539005214dd94dc2aa39ca0ff9127c20
export interface paths {
    "/api/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that the ERP has, what customers do not see among it.
         * @description All that the ERP has, what customers do not see among it.
         */
        get: operations["product_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same change of many; each row says what became of it.
         * @description The same change of many; each row says what became of it.
         */
        post: operations["product_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["product_flows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["product_hidden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the ERP for its products anew, and says what is another since that was done last.
         * @description Asks the ERP for its products anew, and says what is another since that was done last.
         */
        post: operations["product_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{externalProductId}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * From then on a tap on the product starts this flow, with the product chosen; without a flow the list's own sells it.
         * @description From then on a tap on the product starts this flow, with the product chosen; without a flow the list's own sells it.
         */
        put: operations["product_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{externalProductId}/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["image_images"];
        /**
         * The ids of all pictures of the product, in order; one that is left out stays uploaded.
         * @description The ids of all pictures of the product, in order; one that is left out stays uploaded.
         */
        put: operations["image_attach"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{externalProductId}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the ERP says that <code>qty</code> of it cost now, each.
         * @description What the ERP says that <code>qty</code> of it cost now, each.
         */
        get: operations["product_price"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{externalProductId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product as the ERP lists it, word for word.
         * @description One product as the ERP lists it, word for word.
         */
        get: operations["product_raw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog/products/{externalProductId}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * When disabled, this product will not appear in the WhatsApp menu.
         * @description When disabled, this product will not appear in the WhatsApp menu.
         */
        put: operations["product_setVisibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delivery-charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["delivery_table"];
        /**
         * The whole table in one go; 409 when another is there by now than the one that was seen.
         * @description The whole table in one go; 409 when another is there by now than the one that was seen.
         */
        put: operations["delivery_replace"];
        post: operations["delivery_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delivery-charges/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, newest first.
         * @description Who changed what, newest first.
         */
        get: operations["delivery_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delivery-charges/gaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * What becomes of quantities that no row covers.
         * @description What becomes of quantities that no row covers.
         */
        put: operations["delivery_decideGaps"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delivery-charges/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What delivery of <code>qty</code> items costs, and by which row.
         * @description What delivery of <code>qty</code> items costs, and by which row.
         */
        get: operations["delivery_attempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delivery-charges/{min}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["delivery_change"];
        post?: never;
        delete: operations["delivery_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/cache/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything is forgotten, the last good lists too.
         * @description Everything is forgotten, the last good lists too.
         */
        post: operations["erpCache_clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last report of this node; 204 when there is none.
         * @description The last report of this node; 204 when there is none.
         */
        get: operations["erpCheck_last"];
        put?: never;
        /**
         * The report; while the check runs the caller waits, a little more than a minute at most.
         * @description The report; while the check runs the caller waits, a little more than a minute at most.
         */
        post: operations["erpCheck_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/circuits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["circuit_circuits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/circuits/{operation}/try-once": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["circuit_tryOnce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is edited and what is live; secrets only as set or not.
         * @description What is edited and what is live; secrets only as set or not.
         */
        get: operations["connection_connection"];
        /**
         * Saves a new version; customers are served by what is live as before.
         * @description Saves a new version; customers are served by what is live as before. 409 with what changed when somebody else was quicker.
         */
        put: operations["connection_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/connection/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds what was saved last against the contract; its report is that of <code>/api/erp/check</code>.
         * @description Holds what was saved last against the contract; its report is that of <code>/api/erp/check</code>.
         */
        post: operations["connection_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/connection/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says what customers are served by.
         * @description Says what customers are served by.
         */
        put: operations["connection_live"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/connection/operations/{operation}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks one operation as it was saved last, or only writes the request.
         * @description Asks one operation as it was saved last, or only writes the request.
         */
        post: operations["connection_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/connection/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profiles to start from.
         * @description Profiles to start from.
         */
        get: operations["connection_profiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ledger_doubts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/doubts/{contactId}/{key}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The customer's session goes on with it as if the ERP had said so.
         * @description The customer's session goes on with it as if the ERP had said so.
         */
        post: operations["ledger_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/erp/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders since <code>since</code>, 7 days back unless given.
         * @description Orders since <code>since</code>, 7 days back unless given.
         */
        get: operations["ledger_reconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["live_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose link it is.
         * @description Whose link it is.
         */
        get: operations["password_invite"];
        put?: never;
        /**
         * Uses the link up and signs in; whatever they had open elsewhere is over.
         * @description Uses the link up and signs in; whatever they had open elsewhere is over.
         */
        post: operations["password_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that the ERP has, what customers do not see among it.
         * @description All that the ERP has, what customers do not see among it.
         */
        get: operations["job_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/applicants/{contactId}/{key}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands over what the ERP certainly does not have; asked twice it is done once.
         * @description Hands over what the ERP certainly does not have; asked twice it is done once.
         */
        post: operations["applicant_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["job_hidden"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the ERP for its jobs anew.
         * @description Asks the ERP for its jobs anew.
         */
        post: operations["job_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{externalJobId}/applicants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest 200; of somebody who applied more than once, the last time.
         * @description The latest 200; of somebody who applied more than once, the last time.
         */
        get: operations["applicant_applicants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{externalJobId}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * From then on a tap on the job starts this flow, with the job chosen; without a flow the list's own goes on.
         * @description From then on a tap on the job starts this flow, with the job chosen; without a flow the list's own goes on.
         */
        put: operations["job_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{externalJobId}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Flows have it as <code>image</code> of the job.
         * @description Flows have it as <code>image</code> of the job.
         */
        put: operations["job_attach"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{externalJobId}/visibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * When disabled, this job will not appear in WhatsApp HR menu.
         * @description When disabled, this job will not appear in WhatsApp HR menu.
         */
        put: operations["job_setVisibility"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session_session"];
        put?: never;
        post: operations["session_signIn"];
        delete: operations["session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["session_signInToDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["session_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/abandoned-carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Carts of customers who have been silent for so long, 24 hours unless given.
         * @description Carts of customers who have been silent for so long, 24 hours unless given.
         */
        get: operations["conversationOrder_abandoned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["apiKey_all"];
        put?: never;
        post: operations["apiKey_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["apiKey_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All categories, each with how much is in it and what has waited longest.
         * @description All categories, each with how much is in it and what has waited longest.
         */
        get: operations["attention_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attention/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["attention_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first.
         * @description The newest first. As CSV all of them at once, 100,000 at most, unless <code>limit</code> says less.
         */
        get: operations["audit_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cart-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["link_cartLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/carts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first.
         * @description The newest first.
         */
        get: operations["cart_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is missing in the catalogue, what is too much, and which prices are others; both are only read.
         * @description What is missing in the catalogue, what is too much, and which prices are others; both are only read.
         */
        get: operations["catalogueCheck_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogue-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * To the catalogue of the number; nothing is asked of Meta, so it is there or not.
         * @description To the catalogue of the number; nothing is asked of Meta, so it is there or not.
         */
        post: operations["link_catalogueLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/chat-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["link_chatLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["erasure_erase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{contactId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["erasure_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chats, the customer's latest message first.
         * @description Chats, the customer's latest message first.
         */
        get: operations["chatList_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many chats each filter has, and how many of mine, and of those nobody in my teams has, have something new for a person.
         * @description How many chats each filter has, and how many of mine, and of those nobody in my teams has, have something new for a person.
         */
        get: operations["chatList_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A contact that was merged into another is answered with that one.
         * @description A contact that was merged into another is answered with that one.
         */
        get: operations["conversation_conversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A contact that was merged into another is answered with that one.
         * @description A contact that was merged into another is answered with that one.
         */
        get: operations["assignment_ofChat"];
        put?: never;
        post: operations["assignment_assignChat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keeps a file for one customer; nothing is sent yet.
         * @description Keeps a file for one customer; nothing is sent yet.
         */
        post: operations["chatFile_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/files/{wamid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file of a message, fetched from Meta when it is asked for first; Meta has it for some days only.
         * @description The file of a message, fetched from Meta when it is asked for first; Meta has it for some days only.
         */
        get: operations["thread_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/hand-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The flow goes on with the customer.
         * @description The flow goes on with the customer.
         */
        post: operations["takeover_handBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to a contact, newest first.
         * @description What was sent to a contact, newest first.
         */
        get: operations["message_ofConversation"];
        put?: never;
        /**
         * Somebody answers in a conversation.
         * @description Somebody answers in a conversation.
         */
        post: operations["staffMessage_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["conversationOrder_ofConversation"];
        put?: never;
        post: operations["assistant_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for the whole of the order's total; how the chat is told is not the assistant's choice.
         * @description Asks for the whole of the order's total; how the chat is told is not the assistant's choice.
         */
        post: operations["paymentRequest_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customers see, the best answer to <code>q</code> first.
         * @description What customers see, the best answer to <code>q</code> first.
         */
        get: operations["assistant_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What it would cost; nothing is written.
         * @description What it would cost; nothing is written.
         */
        post: operations["assistant_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * I have seen what the customer wrote until now.
         * @description I have seen what the customer wrote until now.
         */
        put: operations["chatList_read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document that <code>flow replay</code> takes: no server and no network is needed to replay it.
         * @description A document that <code>flow replay</code> takes: no server and no network is needed to replay it.
         */
        get: operations["recording_recording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recording_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the customer stands: who they are in the ERP, in which flow, with what in the cart.
         * @description Where the customer stands: who they are in the ERP, in which flow, with what in the cart.
         */
        get: operations["thread_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One chat as in the list; a contact that was merged into another is answered with that one.
         * @description One chat as in the list; a contact that was merged into another is answered with that one.
         */
        get: operations["chatList_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The flow is silent from the customer's next message on, and the chat is theirs.
         * @description The flow is silent from the customer's next message on, and the chat is theirs. 409 where somebody else has it.
         */
        post: operations["takeover_takeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Templates that Meta delivers to this customer now; without marketing where they want no more of it.
         * @description Templates that Meta delivers to this customer now; without marketing where they want no more of it.
         */
        get: operations["sendableTemplates_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of both sides with what happened beside them, the newest page first; a contact that was merged into another is answered with
         *      that one.
         * @description Messages of both sides with what happened beside them, the newest page first; a contact that was merged into another is answered with
         *      that one.
         */
        get: operations["thread_thread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * From day to day, both included; without them the month so far.
         * @description From day to day, both included; without them the month so far.
         */
        get: operations["cost_costs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The oldest first.
         * @description The oldest first.
         */
        get: operations["deadLetter_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has them answered as if they came now; once, whoever else asks for it.
         * @description Has them answered as if they came now; once, whoever else asks for it.
         */
        post: operations["deadLetter_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead-letters/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes them out of the list; nobody answers them.
         * @description Takes them out of the list; nobody answers them.
         */
        post: operations["deadLetter_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["desk_desk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enabled-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exactly what the menu of a customer shows, in its order.
         * @description Exactly what the menu of a customer shows, in its order. 503 where the ERP does not say what it has.
         */
        get: operations["enabledProduct_enabled"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was erased, as far as that can be said.
         * @description Who was erased, as far as that can be said.
         */
        get: operations["erasure_erasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erp-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ERP's own list, by LIST_ORDERS, also of orders that Waybill knows nothing of.
         * @description The ERP's own list, by LIST_ORDERS, also of orders that Waybill knows nothing of.
         */
        get: operations["erpOrder_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["event_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The seal that was made last: whoever keeps it elsewhere can prove that nothing before it was changed.
         * @description The seal that was made last: whoever keeps it elsewhere can prove that nothing before it was changed.
         */
        get: operations["evidence_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["evidence_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evidence/verify-seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Looks at all seals that were ever made.
         * @description Looks at all seals that were ever made.
         */
        post: operations["evidence_verifySeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failed-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those that nobody has seen to, the newest first.
         * @description Those that nobody has seen to, the newest first.
         */
        get: operations["failedMessage_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failed-messages/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes them out of the list; nothing more is sent.
         * @description Takes them out of the list; nothing more is sent.
         */
        post: operations["failedMessage_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failed-messages/in-other-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a text in other words: who writes to customers in chats may do that here as well.
         * @description Sends a text in other words: who writes to customers in chats may do that here as well.
         */
        post: operations["failedMessage_inOtherWords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failed-messages/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why they failed, the most frequent reason first.
         * @description Why they failed, the most frequent reason first.
         */
        get: operations["failedMessage_reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/failed-messages/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends them again as they are, once each.
         * @description Sends them again as they are, once each.
         */
        post: operations["failedMessage_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of orders that were delivered from day to day, both included; without them the last 30 days.
         * @description Of orders that were delivered from day to day, both included; without them the last 30 days.
         */
        get: operations["feedback_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The operations a flow can call, with the names of what is sent and answered.
         * @description The operations a flow can call, with the names of what is sent and answered.
         */
        get: operations["flowAid_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the linter finds today in each draft, and where there is no draft in what customers get.
         * @description What the linter finds today in each draft, and where there is no draft in what customers get.
         */
        get: operations["flowAid_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flow-sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the ERP sells now, to be sent as <code>sample</code> of a simulated case: products with prices, jobs, and what it cannot do.
         * @description What the ERP sells now, to be sent as <code>sample</code> of a simulated case: products with prices, jobs, and what it cannot do.
         */
        get: operations["flowAid_sample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["flow_flows"];
        put?: never;
        /**
         * Takes a file in as the draft of the flow it names.
         * @description Takes a file in as the draft of the flow it names.
         */
        post: operations["flow_importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["flow_lint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What each input of the case leads to.
         * @description What each input of the case leads to. The same request gives the same bytes while the other flows stay the same.
         */
        post: operations["simulate_simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/simulate/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How a step appears to a customer.
         * @description How a step appears to a customer. The request has <code>text</code>, <code>step</code> and <code>language</code>, and <code>case</code>, the conversation
         *      of an earlier answer, if there is one.
         */
        post: operations["simulate_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/simulate/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a recorded case goes as recorded.
         * @description Whether a recorded case goes as recorded.
         */
        post: operations["simulate_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["flow_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["flow_compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["flow_save"];
        post?: never;
        delete: operations["flow_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["flow_text"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flow}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publish_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["hook_all"];
        put?: never;
        post: operations["hook_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["hook_one"];
        put: operations["hook_change"];
        post?: never;
        delete: operations["hook_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first.
         * @description The newest first.
         */
        get: operations["hookDelivery_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["hookDelivery_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The secret before signs for one more day.
         * @description The secret before signs for one more day.
         */
        post: operations["hook_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["hookDelivery_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hour by hour of the last day, the earliest first; the last one has not ended.
         * @description Hour by hour of the last day, the earliest first; the last one has not ended.
         */
        get: operations["hours_lastDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest first.
         * @description The latest first.
         */
        get: operations["image_images_1"];
        put?: never;
        /**
         * 201 for a new picture, 200 for one that is there already.
         * @description 201 for a new picture, 200 for one that is there already.
         */
        post: operations["image_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * What the picture shows, for those who do not see it.
         * @description What the picture shows, for those who do not see it.
         */
        put: operations["image_describe"];
        post?: never;
        /**
         * Only of one that is used nowhere.
         * @description Only of one that is used nowhere.
         */
        delete: operations["image_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 404 for somebody who has never said anything.
         * @description 404 for somebody who has never said anything.
         */
        get: operations["availability_mine"];
        put: operations["availability_say"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/new-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["newOrders_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/new-orders/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All that there are now have been seen.
         * @description All that there are now have been seen.
         */
        post: operations["newOrders_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * They stay signed in here, and nowhere else.
         * @description They stay signed in here, and nowhere else.
         */
        put: operations["password_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that was sent, for people who may see files of customers.
         * @description A file that was sent, for people who may see files of customers.
         */
        get: operations["chatFile_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody, or the ERP, writes to a number, whether or not its owner has ever written.
         * @description Somebody, or the ERP, writes to a number, whether or not its owner has ever written.
         */
        post: operations["staffMessage_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{contactId}.{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message by the name that the log gives it: contact, dot, number.
         * @description One message by the name that the log gives it: contact, dot, number.
         */
        get: operations["message_message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["module_modules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/modules/{module}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Nobody begins a flow of a module that is off; nothing is lost, and switched on again all is as before.
         * @description Nobody begins a flow of a module that is off; nothing is lost, and switched on again all is as before.
         */
        put: operations["module_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first.
         * @description The newest first.
         */
        get: operations["notice_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Puts it away; raised again it is a new one.
         * @description Puts it away; raised again it is a new one.
         */
        delete: operations["notice_dismiss"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/numbers/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * From day to day, both included; without them the month so far.
         * @description From day to day, both included; without them the month so far.
         */
        get: operations["numbers_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/order-requests/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of one, for as long as it was not known when it was posted.
         * @description What became of one, for as long as it was not known when it was posted.
         */
        get: operations["checkout_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first, with how many there are of each status.
         * @description The newest first, with how many there are of each status.
         */
        get: operations["order_list"];
        put?: never;
        post: operations["checkout_order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By the ERP's id of it, or its number.
         * @description By the ERP's id of it, or its number.
         */
        get: operations["order_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assignment_ofOrder"];
        put?: never;
        post: operations["assignment_assignOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/contents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["orderContents_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/erp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Asks the ERP about the order by GET_ORDER_STATUS; what is new in the answer is known from then on.
         * @description Asks the ERP about the order by GET_ORDER_STATUS; what is new in the answer is known from then on.
         */
        get: operations["erpOrder_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * With what the customer wrote, so a key needs the scope for that too.
         * @description With what the customer wrote, so a key needs the scope for that too.
         */
        get: operations["evidence_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["orderMoves_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What its customer was told, and what not, and why.
         * @description What its customer was told, and what not, and why.
         */
        get: operations["orderNotice_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/notices/{status}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries again to tell the customer what did not go out, in the words of now; what was sent is not sent again.
         * @description Tries again to tell the customer what did not go out, in the words of now; what was sent is not sent again.
         */
        post: operations["orderNotice_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["orderReceipt_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/receipts/{receipt}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The PDF as its customer got it.
         * @description The PDF as its customer got it.
         */
        get: operations["orderReceipt_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/receipts/{receipt}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same file as a message of now.
         * @description The same file as a message of now.
         */
        post: operations["orderReceipt_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["refund_ofOrder"];
        put?: never;
        post: operations["refund_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/refunds/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refund_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/refunds/{id}/deny": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refund_deny"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/orders/{order}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has the ERP bring the order to a status; confirming and cancelling are operations of their own.
         * @description Has the ERP bring the order to a status; confirming and cancelling are operations of their own.
         */
        post: operations["orderAction_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-callbacks/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["paymentCallback_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All who have ever said something, by name.
         * @description All who have ever said something, by name.
         */
        get: operations["availability_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/qr-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A link that was made here as a QR code for print.
         * @description A link that was made here as a QR code for print.
         */
        get: operations["link_qrCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As it is at this moment, on all nodes.
         * @description As it is at this moment, on all nodes.
         */
        get: operations["queue_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["quickReply_all"];
        put?: never;
        post: operations["quickReply_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quick-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["quickReply_change"];
        post?: never;
        delete: operations["quickReply_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipt-branding/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["receiptBranding_current"];
        /**
         * The logo stays.
         * @description The logo stays.
         */
        put: operations["receiptBranding_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipt-branding/{kind}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["receiptBranding_logo"];
        put?: never;
        post: operations["receiptBranding_changeLogo"];
        delete: operations["receiptBranding_removeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipt-branding/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A receipt of nobody, as customers would get it now.
         * @description A receipt of nobody, as customers would get it now.
         */
        get: operations["receiptBranding_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those that nobody has decided.
         * @description Those that nobody has decided.
         */
        get: operations["refund_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest first.
         * @description The newest first.
         */
        get: operations["service_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["service_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}/ask-to-renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the question with the button Renew, or the template mapped to it.
         * @description Sends the question with the button Renew, or the template mapped to it.
         */
        post: operations["service_askToRenew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * People may write to the customer again.
         * @description People may write to the customer again.
         */
        post: operations["service_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auditSettings_audit"];
        put: operations["auditSettings_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["deskSettings_desk"];
        /**
         * Counts at once, on other nodes within two seconds; refused with 409 when somebody else was first.
         * @description Counts at once, on other nodes within two seconds; refused with 409 when somebody else was first. Who waits already is still due
         *      when it was said.
         */
        put: operations["deskSettings_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retention_retention"];
        /**
         * Counts from the next look on, twice a day.
         * @description Counts from the next look on, twice a day. What is deleted does not come back.
         */
        put: operations["retention_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/retention/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many customers a rule would forget; nothing is deleted.
         * @description How many customers a rule would forget; nothing is deleted.
         */
        get: operations["retention_effect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/retention/effect/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many messages a rule would delete; nothing is deleted.
         * @description How many messages a rule would delete; nothing is deleted.
         */
        get: operations["retention_effectOnMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/store": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["store_store"];
        /**
         * Counts at once, on other nodes within two seconds; refused with 409 when somebody else was first.
         * @description Counts at once, on other nodes within two seconds; refused with 409 when somebody else was first.
         */
        put: operations["store_save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup-guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["guide_guide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup-guide/mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Publishes the flow of that mode, unless it is so already; the flow there was stays among the versions of <code>order</code>.
         * @description Publishes the flow of that mode, unless it is so already; the flow there was stays among the versions of <code>order</code>.
         */
        put: operations["guide_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["templateDraft_all"];
        put?: never;
        /**
         * Begins one; that which changes a template is the same for everybody.
         * @description Begins one; that which changes a template is the same for everybody.
         */
        post: operations["templateDraft_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["templateDraft_one"];
        /**
         * Saves it in the place of the version that was seen; 409 when somebody else saved meanwhile.
         * @description Saves it in the place of the version that was seen; 409 when somebody else saved meanwhile.
         */
        put: operations["templateDraft_save"];
        post?: never;
        delete: operations["templateDraft_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-drafts/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has Meta look at it; 409 when another version was saved than the one that was seen.
         * @description Has Meta look at it; 409 when another version was saved than the one that was seen.
         */
        post: operations["templateDraft_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event, those nothing is said of too.
         * @description Every event, those nothing is said of too.
         */
        get: operations["mapping_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-mappings/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What placeholders can be filled with.
         * @description What placeholders can be filled with.
         */
        get: operations["mapping_variables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-mappings/{event}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 409 when another version is there by now than the one that was seen.
         * @description 409 when another version is there by now than the one that was seen.
         */
        put: operations["mapping_save"];
        post?: never;
        /**
         * From now on nothing is said of it; 409 when another version is there by now than the one that was seen.
         * @description From now on nothing is said of it; 409 when another version is there by now than the one that was seen.
         */
        delete: operations["mapping_silence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-mappings/{event}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What customers would get, with examples for values; nothing is kept.
         * @description What customers would get, with examples for values; nothing is kept.
         */
        post: operations["mapping_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-mappings/{event}/preview/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same with the values of an order, as it would be filled for its customer.
         * @description The same with the values of an order, as it would be filled for its customer.
         */
        post: operations["mapping_previewOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["template_all"];
        put?: never;
        /**
         * Submits a template in the JSON that Meta takes.
         * @description Submits a template in the JSON that Meta takes.
         */
        post: operations["template_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What Meta would say about it, without asking Meta, and how a phone would show it.
         * @description What Meta would say about it, without asking Meta, and how a phone would show it.
         */
        post: operations["template_lint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands Meta an example of a header that is a file.
         * @description Hands Meta an example of a header that is a file.
         */
        post: operations["template_sample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks Meta for all of them now.
         * @description Asks Meta for all of them now.
         */
        post: operations["template_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["template_named"];
        put?: never;
        post?: never;
        /**
         * Without a language all of them; Meta blocks the name for 30 days.
         * @description Without a language all of them; Meta blocks the name for 30 days.
         */
        delete: operations["template_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submits the languages of a file in <code>templates/</code> that Meta does not have.
         * @description Submits the languages of a file in <code>templates/</code> that Meta does not have.
         */
        post: operations["template_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["template_edit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{name}/{language}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It goes as a template also within the 24 hours, and no flow is silent after it.
         * @description It goes as a template also within the 24 hours, and no flow is silent after it.
         */
        post: operations["templateTest_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undelivered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was found never to arrive in a period, which ends before <code>to</code>; without an end now, and a day long.
         * @description What was found never to arrive in a period, which ends before <code>to</code>; without an end now, and a day long.
         */
        get: operations["message_undelivered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The most frequent texts of a period, which ends before <code>to</code>; without an end now, and 30 days long.
         * @description The most frequent texts of a period, which ends before <code>to</code>; without an end now, and 30 days long.
         */
        get: operations["unmatched_unmatched"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By name; with the roles there are, and what each may do.
         * @description By name; with the roles there are, and what each may do.
         */
        get: operations["user_all"];
        put?: never;
        /**
         * Somebody new.
         * @description Somebody new. Give them the link: by it they set their password.
         */
        post: operations["user_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["user_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * They cannot sign in any more, and what they have open is over at once.
         * @description They cannot sign in any more, and what they have open is over at once.
         */
        post: operations["user_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["user_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new link to set a password by, for whoever has lost theirs or the link before.
         * @description A new link to set a password by, for whoever has lost theirs or the link before.
         */
        post: operations["user_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{username}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wherever they are signed in.
         * @description Wherever they are signed in.
         */
        post: operations["user_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-calls/aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came and was kept aside, the newest first, as a body that can be rehearsed.
         * @description What came and was kept aside, the newest first, as a body that can be rehearsed.
         */
        get: operations["webhookRehearsal_aside"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-calls/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nothing is kept, answered or changed, whatever the body says; its signature is not looked at.
         * @description Nothing is kept, answered or changed, whatever the body says; its signature is not looked at.
         */
        post: operations["webhookRehearsal_rehearse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last report of this node; 204 when there is none.
         * @description The last report of this node; 204 when there is none.
         */
        get: operations["setup_lastCheck"];
        put?: never;
        post: operations["setup_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/whatsapp/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the last test message.
         * @description What became of the last test message.
         */
        get: operations["setup_lastTest"];
        put?: never;
        post: operations["setup_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbandonedCart: {
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            lastMessageAt: string;
            /**
             * Format: int32
             * @description different products
             */
            lines: number;
        };
        AccountView: {
            /** @description empty where there is none */
            id: string;
            /** @description what is special about it */
            note?: string;
            /** @description why Meta could not be asked */
            problem?: string;
            /** @description whether Meta decides about its templates */
            reviewed: boolean;
        };
        AnswerChange: {
            /** @description of the contract */
            field?: string;
            /** @enum {string} */
            operation?: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            /** @description of the value in the answer as it came, a JSONPath such as $.data[0].name */
            place?: string;
        };
        ApplicantRetry: {
            reason?: string;
            /** @description waiting, open, unknown, ok, refused, down or manual */
            state: string;
        };
        ApplicantView: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            contactId: number;
            /**
             * @description whether there was a file, and is one still
             * @enum {string}
             */
            cv: "NONE" | "KEPT" | "GONE";
            /** @description the ERP's; null: none is known */
            externalApplicantId?: string;
            filename: string;
            /** @description of the hand-over, for another try */
            key: string;
            mayRetry: boolean;
            name: string;
            /** @description only its last digits */
            phone: string;
            /** @description why it has not */
            reason?: string;
            /** @description open or unknown: being found out; ok: the ERP has it; refused or down: it has not; manual: a person has to look */
            state: string;
        };
        ApplicantsView: {
            applicants: components["schemas"]["ApplicantView"][];
        };
        AsideList: {
            updates: components["schemas"]["AsideView"][];
        };
        AsideView: {
            /** @description as Meta may have sent it */
            body: string;
            /** Format: int64 */
            id: number;
            kind: string;
            reason: string;
            /** Format: date-time */
            receivedAt: string;
        };
        Asked: {
            /** @description message or template */
            sentAs: string;
        };
        AskedPrice: {
            /**
             * Format: date-time
             * @description when the ERP said so
             */
            at: string;
            currency: string;
            /** Format: int32 */
            qty: number;
            /** @description how many there are; null: the ERP does not say */
            stock?: number;
            /** @description text, so that no digit is lost on the way to the page */
            unitPrice: string;
        };
        Assignment: {
            flow?: string;
        };
        AssignmentChange: {
            /** Format: date-time */
            at: string;
            /** @description who said so; null: it was their turn, or the other things of that customer were theirs */
            by?: string;
            from?: string;
            to?: string;
        };
        /** @description One time that an event was sent, and what came of it. */
        Attempt: {
            /** @description what happened and what to do, in a sentence */
            advice: string;
            /** @description how the answer begins */
            answer?: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: int32
             * @description of HTTP; null: no answer
             */
            status?: number;
            /** Format: int64 */
            tookMillis: number;
        };
        AttemptView: {
            /** @description ours */
            advice: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: int32
             * @description Meta's
             */
            code?: number;
            /** @description Meta's */
            details?: string;
            /** @description retry, ambiguous, held, dead or failed-status */
            outcome: string;
        };
        AttentionCategoryView: {
            category: string;
            /** Format: int64 */
            count: number;
            items: components["schemas"]["AttentionItemView"][];
            meaning: string;
            /** @description for the page after this one; null: there is none */
            next?: string;
        };
        AttentionItemView: {
            /** Format: date-time */
            due?: string;
            id: string;
            link: string;
            /** @description <code>due</code> is over */
            overdue: boolean;
            /** Format: date-time */
            since: string;
            todo: string;
        };
        AttentionView: {
            /** Format: date-time */
            at: string;
            categories: components["schemas"]["AttentionCategoryView"][];
            /** Format: int64 */
            count: number;
        };
        AuditChange: {
            /** Format: int32 */
            days: number;
            /**
             * Format: int32
             * @description of what was changed, so that nobody writes over what they have not seen
             */
            version: number;
        };
        AuditEntries: {
            entries: components["schemas"]["AuditEntry"][];
        };
        AuditEntry: {
            action: string;
            address?: string;
            after?: components["schemas"]["JsonNode"];
            /** Format: date-time */
            at: string;
            /** @description as it was; null: there was nothing, or only the request is known */
            before?: components["schemas"]["JsonNode"];
            /** Format: int64 */
            id: number;
            /**
             * Format: int32
             * @description what a request was answered with; null: more than that is known
             */
            status?: number;
            subject: string;
            who: string;
        };
        AuditSetting: {
            /** Format: int32 */
            days: number;
            /** Format: date-time */
            savedAt?: string;
            savedBy?: string;
            /**
             * Format: int32
             * @description 0: it is as configured, and nobody has changed it
             */
            version: number;
        };
        BandView: {
            /** @description text, so that no digit is lost on the way to the page */
            charge: string;
            /**
             * Format: int32
             * @description null: and more
             */
            max?: number;
            /** Format: int32 */
            min: number;
        };
        Blank: {
            /** @description empty: it has none */
            example: string;
            /** @description such as header.1, body.order_number or button.0.1 */
            key: string;
            /** @description as it stands in the text, between braces */
            name: string;
        };
        BrandingView: {
            footer?: string;
            hasLogo: boolean;
            kind: string;
            name: string;
            tagline?: string;
            /**
             * Format: int32
             * @description grows by one with every change
             */
            version: number;
        };
        BulkRow: {
            done: boolean;
            externalProductId: string;
            /** @description why it was not done; null: it was */
            problem?: string;
        };
        BulkView: {
            rows: components["schemas"]["BulkRow"][];
        };
        Button: {
            label: string;
            /** @description the address or number behind it; empty: it is a quick reply */
            target: string;
        };
        CallView: {
            operation: string;
            outcome: string;
            request: string;
        };
        CartItem: {
            external_product_id?: string;
            options?: {
                [key: string]: string;
            };
            /** Format: int32 */
            qty?: number;
        };
        CartLine: {
            name: string;
            /** Format: int32 */
            qty: number;
        };
        CartLinkRequest: {
            greeting?: string;
            items?: components["schemas"]["CartItem"][];
            label?: string;
            /** @description BCP 47: of greeting and amounts; English and French are known */
            lang?: string;
        };
        CartLinkView: {
            currency: string;
            html: string;
            link: string;
            qr: string;
            text: string;
            /** @description of the goods, without delivery */
            total: number;
        };
        CartList: {
            carts: components["schemas"]["AbandonedCart"][];
        };
        CatalogDiff: {
            added: components["schemas"]["ProductName"][];
            changed: components["schemas"]["ChangedProduct"][];
            /** @description nothing was compared before, so that all of it would be new */
            first: boolean;
            gone: components["schemas"]["ProductName"][];
        };
        CatalogueLinkRequest: {
            /** @description of the link on a page */
            label?: string;
        };
        ChangeView: {
            after?: components["schemas"]["BandView"];
            /** Format: date-time */
            at: string;
            before?: components["schemas"]["BandView"];
            by: string;
            /**
             * @description null: it is about a row
             * @enum {string}
             */
            gaps?: "refuse" | "no_charge";
        };
        /** @description One field as it was and as it is; null: it was or is not there. */
        ChangedField: {
            after?: string;
            before?: string;
            field: string;
        };
        ChangedProduct: {
            externalProductId: string;
            fields: components["schemas"]["ChangedField"][];
            name: string;
        };
        ChangedStep: {
            id: string;
            keys: string[];
        };
        ChatDuties: {
            assignee?: string;
            /** Format: int64 */
            contactId: number;
            /**
             * Format: date-time
             * @description until when they should be answered
             */
            due?: string;
            /** @description oldest first */
            history: components["schemas"]["AssignmentChange"][];
            overdue: boolean;
            reason?: string;
            /** @description null: all people */
            team?: string;
            /**
             * Format: date-time
             * @description since when the customer waits for a person; null: they do not
             */
            waitingSince?: string;
        };
        ChatFile: {
            filename: string;
            /** @description how it can be sent: image, video, audio or document */
            kind: string;
            /** @description to be named in a message of that kind */
            link: string;
            mime: string;
            /** Format: int64 */
            size: number;
        };
        /** @description A link that opens a chat with <code>text</code> already written, or the catalogue of a number. */
        ChatLink: {
            /** @description a snippet for a web page */
            html: string;
            link: string;
            /** @description the link as a QR code, an SVG image; empty when it is too long for one */
            qr: string;
            text: string;
        };
        ChatLinkRequest: {
            /** @description id: the chat starts with this flow */
            flow?: string;
            /** @description of the link on a page */
            label?: string;
            /** @description external id: the chat goes straight to this product */
            product?: string;
            /** @description what is written already */
            text?: string;
        };
        ChatPage: {
            chats: components["schemas"]["ChatView"][];
            /** @description where the next page begins; null: this is the last */
            next?: string;
        };
        /** @description A chat in the list. */
        ChatView: {
            assignee?: string;
            /**
             * Format: date-time
             * @description its place in the list: the customer's last message, else when we wrote first
             */
            at: string;
            /** Format: int64 */
            contactId: number;
            /** @description in or out: who said the snippet */
            direction: string;
            /**
             * Format: date-time
             * @description until when somebody who waits for a person should be answered
             */
            due?: string;
            /** @description why our last message did not arrive; null: it did, as far as is known */
            failed?: string;
            /** Format: int32 */
            failedCode?: number;
            flow?: string;
            name?: string;
            overdue: boolean;
            /** @description bot or person */
            owner: string;
            /** @description in full where whoever asks may see it, else its last digits */
            phone?: string;
            /** @description the number of ours */
            phoneNumberId: string;
            snippet: string;
            /** Format: date-time */
            snippetAt: string;
            step?: string;
            /** @description null: all people */
            team?: string;
            /**
             * Format: int32
             * @description messages that came after our last one, and since this person looked
             */
            unread: number;
            /** Format: date-time */
            waitingSince?: string;
            /**
             * Format: date-time
             * @description when only templates can be sent, which may be over; null: the customer has never written
             */
            windowEnds?: string;
            windowOpen: boolean;
        };
        CheckRequest: {
            /** @description whether a missing subscription of the app may be made; null: no */
            fix?: boolean;
        };
        /** @description What came of it. */
        CheckedEvidence: {
            /** Format: int32 */
            entries: number;
            /**
             * Format: int32
             * @description the first that does not fit; null: all do, or it is something else
             */
            entry?: number;
            /**
             * Format: int32
             * @description personal parts that were erased, which their commitments allow
             */
            erased: number;
            head?: string;
            /** @description all of it fits */
            intact: boolean;
            order?: string;
            /** @description what does not fit, as a sentence; null: nothing */
            problem?: string;
            /** @description hash of the last seal, to compare with what is kept elsewhere */
            seal?: string;
        };
        CircuitView: {
            /** Format: int32 */
            calls: number;
            /** Format: int32 */
            failures: number;
            lastError?: string;
            lastErrorAt?: string;
            /** @enum {string} */
            operation: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            since: string;
            /** @description closed, half-open or open */
            state: string;
            /** @description erp, or payment for the payment provider beside it */
            system: string;
            triedAgainAt?: string;
        };
        Closing: {
            reason?: string;
        };
        Comparison: {
            /** @description its revision */
            from: string;
            /** @description a unified diff, empty when the bytes are the same; null: the texts are too long for one */
            lines?: string;
            /** @description null: one of the texts is no JSON */
            meaning?: components["schemas"]["Meaning"];
            /** @description its revision */
            to: string;
        };
        /** @description What is to be saved; what is not said stays as it is. */
        ConnectionChange: {
            /** @description where mapped operations read fields of their answers */
            answers?: components["schemas"]["AnswerChange"][];
            /** @description where its paths begin */
            baseUrl?: string;
            /** @description by name; an empty text removes one */
            constants?: {
                [key: string]: string;
            };
            /** @description of operations that speak our contract */
            endpoints?: components["schemas"]["EndpointChange"][];
            /** @description keyed, findable or manual: how a write with an unknown end is settled */
            idempotency?: string;
            /** @description whether the base URL may be inside our own network */
            inside?: boolean;
            /** @description by name, in plain text: they are sealed and never shown again; an empty text removes one */
            secrets?: {
                [key: string]: string;
            };
            /** @description a shipped profile, or "empty": takes the place of the profile with all that was changed in it */
            startFrom?: string;
            /** @description of the profile, YAML */
            text?: string;
            /**
             * Format: int64
             * @description what was looked at
             */
            version?: number;
        };
        /** @description The connection to the ERP as it is edited, and what is asked for customers. */
        ConnectionView: {
            /** @description empty while it is not said */
            baseUrl: string;
            /** @description false: no key is configured to seal them with */
            canKeepSecrets: boolean;
            constants: components["schemas"]["ConstantView"][];
            /** @description whether the base URL may be inside our own network */
            inside: boolean;
            live: components["schemas"]["LiveErpView"];
            /** @description before customers may be served by it; empty: they may */
            missing: components["schemas"]["MissingForLive"][];
            /** @description what else came of a change */
            notices: string[];
            /** @description the ten of the contract */
            operations: components["schemas"]["EndpointView"][];
            /** @description operations beyond the ten that the profile has */
            others: ("LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT")[];
            profile: components["schemas"]["ProfileView"];
            /** Format: date-time */
            savedAt?: string;
            savedBy?: string;
            secrets: components["schemas"]["SecretView"][];
            /**
             * @description where what is edited stands
             * @enum {string}
             */
            source: "DEMO" | "CONFIGURATION" | "CONSOLE";
            /**
             * Format: int64
             * @description to be given back with changes; 0: nothing was saved in the console yet
             */
            version: number;
        };
        ConstantView: {
            name: string;
            /**
             * @description where the value comes from
             * @enum {string}
             */
            origin: "PROFILE" | "CONFIGURATION" | "CONSOLE" | "NOWHERE";
            /** @description null: it is not set */
            value?: string;
        };
        Conversation: {
            messages: components["schemas"]["MessageView"][];
            /** @description what is no message yet, or never became one; with the first page */
            unsaid: components["schemas"]["News"][];
        };
        ConversationView: {
            /** Format: int64 */
            contactId: number;
            /** @description oldest first */
            entries: components["schemas"]["EntryView"][];
            firstSource?: components["schemas"]["SourceView"];
            /**
             * Format: date-time
             * @description until when Meta may charge nothing, since an advertisement led here
             */
            freeEntryPointUntil?: string;
            lastSource?: components["schemas"]["SourceView"];
            /** Format: date-time */
            marketingStoppedAt?: string;
            name?: string;
            phone?: string;
            /** @description the number of ours */
            phoneNumberId: string;
            userId?: string;
        };
        CostView: {
            categories: {
                [key: string]: components["schemas"]["Total"];
            };
            countries: {
                [key: string]: components["schemas"]["Total"];
            };
            /** @description the same in full: by day, number of ours, category, type and country */
            counts: components["schemas"]["Count"][];
            days: {
                [key: string]: components["schemas"]["Total"];
            };
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            total: components["schemas"]["Total"];
            /** @description that the days are of */
            zone: string;
        };
        /** @description Messages of one day that cost the same. */
        Count: {
            billable: boolean;
            category: string;
            country: string;
            /** Format: date */
            day: string;
            /** Format: int64 */
            messages: number;
            phoneNumberId: string;
            type: string;
        };
        Counts: {
            /** Format: int64 */
            all: number;
            /** Format: int64 */
            bot: number;
            /** Format: int64 */
            human: number;
            /** Format: int64 */
            mine: number;
            /** Format: int64 */
            unassigned: number;
            /**
             * Format: int64
             * @description chats with a person, or that wait for one, of this person or of nobody in their teams, with something new in them
             */
            unread: number;
            /** Format: int64 */
            waiting: number;
        };
        Credentials: {
            password: string;
            username: string;
        };
        /** @description What it is about; each type needs some of it. */
        Data: {
            amount?: number;
            currency?: string;
            description?: string;
            external_order_id?: string;
            method?: string;
            order_number?: string;
            payment_id?: string;
            payment_status?: string;
            phone?: string;
            source?: string;
            status?: string;
            total?: number;
            tracking_url?: string;
        };
        /** @description What a person found in the ERP. */
        Decision: {
            /** @description what the ERP would have answered, in the words of the contract; needed when it was executed */
            answer?: Record<string, never>;
            executed: boolean;
        };
        DeliveryList: {
            deliveries: components["schemas"]["DeliveryView"][];
        };
        DeliveryView: {
            attempts: components["schemas"]["Attempt"][];
            /** Format: date-time */
            createdAt: string;
            /** @description the header <code>webhook-id</code> */
            event: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            nextAttemptAt?: string;
            /** Format: date-time */
            occurredAt: string;
            state: string;
            subject: string;
            type: string;
        };
        DeskChange: {
            desk?: components["schemas"]["DeskDocument"];
            /**
             * Format: int32
             * @description of what was changed, so that nobody writes over what they have not seen
             */
            version: number;
        };
        /** @description {@link DeskSettings DeskSettings} as the API has them. */
        DeskDocument: {
            /** @description manual or round-robin */
            assign: string;
            /**
             * Format: int32
             * @description how long somebody is available without a sign of life
             */
            awayMinutes: number;
            /** @description what is said while it is closed, by language; empty: nothing */
            closedText: {
                [key: string]: string;
            };
            /** @description null: all people */
            defaultTeam?: string;
            /** @description when the digest is made where no hours are set, such as 08:00 */
            digestAt: string;
            /** @description days on which it is closed, such as 2026-12-25 */
            holidays: string[];
            /** @description by day, such as monday: 08:00-12:30,13:30-17:00; no day at all: always open */
            hours: {
                [key: string]: string;
            };
            /**
             * Format: int32
             * @description how long, in business time, a customer may wait for a person, where their team says nothing else
             */
            slaMinutes: number;
            teams: components["schemas"]["TeamDocument"][];
        };
        DeskSetting: {
            desk: components["schemas"]["DeskDocument"];
            /** Format: date-time */
            savedAt?: string;
            savedBy?: string;
            /**
             * Format: int32
             * @description 0: it is as configured, and nobody has changed it
             */
            version: number;
        };
        DeskView: {
            assign: string;
            /** @description the team of what no team has the flow of */
            defaultTeam: components["schemas"]["TeamView"];
            open: boolean;
            /**
             * Format: date-time
             * @description when it opens next; null: it is open, or will not in a year
             */
            opens?: string;
            teams: components["schemas"]["TeamView"][];
        };
        Discard: {
            messages?: string[];
            reason?: string;
        };
        Done: {
            operation: string;
            /** @description why, where it is not ok */
            reason?: string;
            /** @description ok, refused, down (certainly not done), unknown (Waybill finds out), manual (a person has to), open or waiting */
            state: string;
        };
        /** @description A write to look up in the ERP. */
        Doubt: {
            /** Format: int32 */
            attempts: number;
            /** Format: int64 */
            contactId: number;
            /** @description our reference for it there */
            key: string;
            /**
             * Format: date-time
             * @description when it is asked about next; null: not any more
             */
            nextAttemptAt?: string;
            /** Format: date-time */
            openedAt: string;
            operation: string;
            reason?: string;
            request: string;
            /** @description <code>open</code> or <code>unknown</code> while it is asked about by itself, <code>manual</code> when only a person can tell */
            state: string;
        };
        Doubts: {
            doubts: components["schemas"]["Doubt"][];
        };
        DraftList: {
            drafts: components["schemas"]["TemplateDraftView"][];
        };
        DraftView: {
            author: string;
            basedOn?: string;
            revision: string;
            /** Format: date-time */
            savedAt: string;
        };
        Emoji: {
            emoji?: string;
            /** @description of the customer's message, as WhatsApp calls it */
            messageId?: string;
        };
        EnabledProduct: {
            currency?: string;
            externalProductId: string;
            /** @description address of its first picture, a path where it is ours; null: it has none */
            image?: string;
            name: string;
            /** @description null: the ERP names one when it is asked for a quantity */
            price?: number;
            service: boolean;
        };
        EndpointChange: {
            /** @description GET, POST, PUT, PATCH or DELETE */
            method?: string;
            /** @enum {string} */
            operation?: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            /** @description below the base URL; empty: the ERP does not have the operation */
            path?: string;
        };
        /** @description A row of the endpoint table. */
        EndpointView: {
            /** @description how it is asked, where that is more than a method and a path */
            asked: string;
            /** @description of the answer that the contract knows */
            fields: string[];
            /** @enum {string} */
            group: "SALES" | "HR" | "COMMON";
            lastTest?: components["schemas"]["TestedView"];
            method: string;
            /** @enum {string} */
            mode: "CANONICAL" | "MAPPED" | "ROUTE" | "NONE";
            /** @enum {string} */
            operation: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            path: string;
            /** @description where fields of the answer are read, when it is mapped */
            reads: {
                [key: string]: string;
            };
            required: boolean;
            /** @description what the ERP should return */
            returns: string;
            /** @description what a test asks for unless somebody says otherwise */
            sample: Record<string, never>;
            /** @description what we send, in the words of the contract */
            sends: string;
            writes: boolean;
        };
        EntryView: {
            /** Format: date-time */
            at: string;
            /** @description not for those who may not see personal data */
            body?: components["schemas"]["JsonNode"];
            /** @description erp, incident, handover, unmatched, or seen: something that no flow answers */
            kind: string;
            trace: string;
        };
        Erased: {
            changes: {
                [key: string]: number;
            };
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            erasedAt: string;
            erasedBy: string;
            forced: boolean;
        };
        Erasures: {
            erasures: components["schemas"]["Erased"][];
        };
        ErpCheckRequest: {
            /** @description whether a payment for the test order may be requested, of nobody's number; null: no */
            payment?: boolean;
            /** @description the ERP's id of the product to ask for; without one, the first with a price */
            product?: string;
            /** @description whether a test customer, a test order and a test applicant may be made */
            write: boolean;
        };
        ErpFieldView: {
            /** @description of the contract; items[].name in a list */
            field: string;
            /** @description ok, absent, extra, number-as-text, wrong-type, null or missing */
            state: string;
            /** @description short; of the first row in a list */
            value?: string;
        };
        ErpFindingView: {
            /** @description empty when the whole answer is meant */
            field: string;
            /** @description where in the raw answer a value stands that would fit */
            hints: components["schemas"]["ErpHintView"][];
            /** @description such as missing or not-json */
            kind: string;
            sentence: string;
            /** @description error, warning or info */
            severity: string;
        };
        ErpHintView: {
            /** @description of the value in the answer, as a JSONPath */
            place: string;
            sentence: string;
        };
        ErpItem: {
            externalProductId?: string;
            name: string;
            qty?: number;
            unitPrice?: number;
        };
        /** @description An order as the ERP lists it. */
        ErpOrder: {
            changedAt?: string;
            currency?: string;
            externalOrderId: string;
            /** @description whether Waybill knows of it */
            known: boolean;
            orderNumber: string;
            placedAt?: string;
            status: string;
            total?: number;
        };
        ErpOrders: {
            /** Format: date-time */
            at: string;
            orders: components["schemas"]["ErpOrder"][];
            /** Format: date-time */
            since: string;
        };
        ErpSays: {
            /** @description all it said, as the contract calls it, for whoever may see amounts and personal data */
            answer?: components["schemas"]["JsonNode"];
            /**
             * Format: date-time
             * @description when it was asked
             */
            at: string;
            /** @description where the ERP tells them */
            items: components["schemas"]["ErpItem"][];
            /** @description why it is not ok */
            reason?: string;
            /** @description ok, empty, refused, down (it did not answer) or unavailable (the ERP has no such operation) */
            state: string;
        };
        ErpStanding: {
            /** @enum {string} */
            next: "NOTHING" | "CONNECT" | "SET" | "TEST" | "MEND" | "GO_LIVE" | "RESUME";
            /** @description that are to be set, tested or mended */
            operations: ("LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT")[];
            /** @enum {string} */
            served: "DEMO" | "LIVE" | "PAUSED" | "BROKEN";
        };
        ErpStepView: {
            /** @description as it came, or a sentence why nothing came */
            answer: string;
            answerHeaders: {
                [key: string]: string;
            };
            /** @description null when only the URL says it all */
            body?: string;
            headers: {
                [key: string]: string;
            };
            method: string;
            /** @enum {string} */
            operation: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            /** @description the answer was long: only the first rows of its lists are there */
            shortened: boolean;
            /**
             * Format: int32
             * @description null when no answer came
             */
            status?: number;
            /** Format: int64 */
            tookMillis: number;
            url: string;
        };
        ErpTestRequest: {
            /** @description a write may make or change something in the ERP */
            confirmed?: boolean;
            /** @description only writes the request */
            dry: boolean;
            /** @description with the contract's field names; null: a sample */
            request?: Record<string, never>;
        };
        /** @description What came of a test. */
        ErpTestView: {
            /** @description how each field of the answer keeps the contract */
            fields: components["schemas"]["ErpFieldView"][];
            findings: components["schemas"]["ErpFindingView"][];
            /** @description why it did not go well; empty when it did */
            sentence: string;
            /** @description each request and its answer, without secrets */
            steps: components["schemas"]["ErpStepView"][];
            /** @description ok, warning or error; skipped: a dry run, nothing was sent */
            verdict: string;
        };
        EventItem: {
            /** @description of the ERP */
            operation?: string;
            /** @description ok, empty, refused, down or unknown */
            outcome?: string;
            /** @description what happened, or who did it */
            text?: string;
            /** Format: int64 */
            tookMillis: number;
        };
        Example: {
            /** @description why it could not be sent */
            lacks?: string;
            language: string;
            /** @description as a phone shows it */
            shown?: components["schemas"]["ShownTemplate"];
            /** @description as a customer reads it, without the footer; null: it could not be sent */
            text?: string;
            /** @description what stands in its placeholders */
            values: {
                [key: string]: string;
            };
        };
        FailedList: {
            messages: components["schemas"]["FailedView"][];
            /** @description for the page after this one; null: there is none */
            next?: string;
        };
        FailedView: {
            /**
             * Format: date-time
             * @description when it failed
             */
            at: string;
            /**
             * Format: int32
             * @description Meta's
             */
            code?: number;
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            createdAt: string;
            /** @description as they call themselves */
            customer?: string;
            id: string;
            /**
             * Format: int32
             * @description how many tries nobody knows the end of
             */
            mayHaveArrived: number;
            /** @description what it means and what to do, as a sentence */
            reason: string;
            /** @description what it says, its beginning */
            text: string;
            type: string;
            /** @description what to tell somebody who asks where it is */
            why: string;
            /** @description only a template can be sent now */
            windowClosed: boolean;
            /** @description all of a text, where it can be sent in other words */
            words?: string;
        };
        Feedback: {
            /** @description at most 10,000, the latest delivered first */
            answers: components["schemas"]["Row"][];
            /** Format: date */
            from: string;
            summary: components["schemas"]["Summary"];
            /** Format: date */
            to: string;
        };
        File: {
            caption?: string;
            filename?: string;
            /** @description https, or /media/… of a file that Waybill keeps */
            link?: string;
        };
        FileItem: {
            /** @description an address of somebody else, never shown of its own accord */
            elsewhere?: string;
            filename?: string;
            kind: string;
            /** @description on this gateway, for people who are signed in; null: it is elsewhere */
            link?: string;
        };
        FileView: {
            /** Format: date-time */
            changedAt: string;
            name: string;
            revision: string;
        };
        /** @description A finding of the linter, in the words of <code>flow lint --json</code>. */
        FindingView: {
            /** Format: int32 */
            column: number;
            /** Format: int32 */
            line: number;
            message: string;
            pointer: string;
            rule: string;
            severity: string;
        };
        Findings: {
            /** @description what is to be filled in, in this order */
            blanks: components["schemas"]["TemplateBlank"][];
            findings: components["schemas"]["TemplateFinding"][];
            /** @description as a phone shows it, with its examples */
            shown: components["schemas"]["ShownTemplate"];
        };
        FlowChoice: {
            id: string;
            /** @description for people, in the flow's own language */
            title: string;
        };
        FlowProblems: {
            /** Format: int32 */
            errors: number;
            flow: string;
            /** Format: int32 */
            warnings: number;
        };
        FlowView: {
            draft?: components["schemas"]["DraftView"];
            /** @description what the last start found in <code>flows/</code> */
            file?: components["schemas"]["FileView"];
            id: string;
            /** @description of what is published, the base language first */
            languages: string[];
            /**
             * Format: int32
             * @description those of them who are not in the published revision
             */
            olderSessions: number;
            /** @description null: not published, or withdrawn */
            published?: components["schemas"]["VersionView"];
            /**
             * Format: int32
             * @description customers who are in the flow now
             */
            sessions: number;
            title: string;
        };
        FlowsView: {
            flows: components["schemas"]["FlowView"][];
        };
        GapDecision: {
            /** @enum {string} */
            policy?: "refuse" | "no_charge";
        };
        GoneProduct: {
            externalProductId: string;
            name: string;
            /** Format: date-time */
            since: string;
        };
        GuideStep: {
            /**
             * @description what it is: of mode none, or as above; of store named or unnamed; of erp demo, live, paused or broken; of number simulated, unchecked, wrong or
             *          right; of message arrived or none
             */
            found: string;
            /** @description done, todo or unneeded */
            state: string;
            /** @description mode, store, erp, number or message */
            step: string;
        };
        GuideView: {
            /** @description whether nothing is left to do */
            done: boolean;
            /** @description how far it is connected */
            erp: components["schemas"]["ErpStanding"];
            /** @description how customers buy: chat, cart or order; null: no flow for it is published */
            mode?: string;
            steps: components["schemas"]["GuideStep"][];
        };
        HandBack: {
            /** @description resume: the question that stood is asked again; restart: the flow begins again; end: nothing is said */
            how?: string;
        };
        Head: {
            seal: string;
        };
        HiddenJobsView: {
            externalJobIds: string[];
        };
        HiddenProductsView: {
            externalProductIds: string[];
        };
        HistoryView: {
            flow: components["schemas"]["FlowView"];
            live: components["schemas"]["RevisionPlaces"][];
            /** @description the latest first */
            versions: components["schemas"]["VersionView"][];
        };
        HookList: {
            /** @description all there are */
            eventTypes: string[];
            hooks: components["schemas"]["HookView"][];
        };
        HookView: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            eventTypes: string[];
            /** Format: int64 */
            id: number;
            /** @description why it was switched off, when nobody did so */
            offBecause?: string;
            phoneNumberId?: string;
            /** Format: date-time */
            restsUntil?: string;
            /** @description on, resting (after many failures in a row, until <code>restsUntil</code>) or off */
            state: string;
            url: string;
        };
        HookWithSecret: {
            hook: components["schemas"]["HookView"];
            /** @description what the receiver checks signatures by; it is not shown again */
            secret: string;
        };
        Hour: {
            /**
             * Format: date-time
             * @description when the hour begins
             */
            at: string;
            /**
             * Format: int64
             * @description operations of the ERP, for flows
             */
            erpCalls: number;
            /**
             * Format: int64
             * @description those of them that the ERP did not answer, or not so that one knows what became of them
             */
            erpFailures: number;
            /**
             * Format: int64
             * @description half of them took longer; null: there were none
             */
            erpMedianMillis?: number;
            /**
             * Format: int64
             * @description one in twenty took longer
             */
            erpSlowMillis?: number;
            /**
             * Format: int64
             * @description that were found not to arrive
             */
            failed: number;
            /**
             * Format: int64
             * @description from customers
             */
            received: number;
            /**
             * Format: int64
             * @description to customers, as WhatsApp took it
             */
            sent: number;
        };
        HourList: {
            hours: components["schemas"]["Hour"][];
        };
        ImageDescription: {
            altText?: string;
        };
        ImageView: {
            /** @description what it shows, in words; empty: nobody said */
            altText: string;
            filename: string;
            /** Format: int32 */
            height: number;
            id: string;
            mime: string;
            /** @description external ids of those it is attached to */
            products: string[];
            /** Format: int64 */
            size: number;
            /** Format: date-time */
            uploadedAt: string;
            uploadedBy: string;
            /** @description where everybody can fetch it; a path where <code>waybill.public-url</code> is not set */
            url: string;
            /** @description in words, such as "product P-1003" */
            usedBy: string[];
            /** Format: int32 */
            width: number;
        };
        /** @description Messages of customers. */
        InboxView: {
            /**
             * Format: int64
             * @description whose they are
             */
            customers: number;
            /**
             * Format: int64
             * @description that could not be answered
             */
            dead: number;
            /**
             * Format: int64
             * @description customers whose call waits until the ERP answers again
             */
            forErp: number;
            /** Format: date-time */
            forErpSince?: string;
            /**
             * Format: date-time
             * @description when the one came that has waited longest
             */
            oldest?: string;
            /**
             * Format: int64
             * @description in the last five minutes
             */
            received: number;
            /** Format: int64 */
            waiting: number;
        };
        InvitePassword: {
            password: string;
        };
        InviteView: {
            username: string;
            /** Format: date-time */
            validUntil: string;
        };
        InvitedUser: {
            link: components["schemas"]["LinkView"];
            user: components["schemas"]["UserView"];
        };
        Item: {
            id: string;
            name: string;
        };
        JobAssignment: {
            flow?: string;
        };
        JobPicture: {
            image?: string;
        };
        /** @description Visibility, picture and flow are ours; all else is the ERP's, and changed there. */
        JobView: {
            /** @description in the ERP */
            active: boolean;
            /** @description empty: the ERP says none */
            department: string;
            externalJobId: string;
            /** @description by which people apply; null: the one that lists it */
            flow?: string;
            /** @description id of its picture; null: it has none */
            image?: string;
            name: string;
            /** @description as WhatsApp shows it, or would; null: no flow lists jobs */
            row?: components["schemas"]["ShownOption"];
            /** @description to customers, while the ERP has it active */
            visible: boolean;
            /** @description what customers may stumble over */
            warnings: string[];
        };
        JobVisibility: {
            visible: boolean;
        };
        JobsView: {
            /** @description when the ERP gave this list, if it does not answer now */
            asOf?: string;
            /** @description false: the ERP lists no jobs, see its endpoint LIST_JOBS */
            available: boolean;
            /** @description those that can be assigned */
            flows: components["schemas"]["FlowChoice"][];
            jobs: components["schemas"]["JobView"][];
            /**
             * Format: date-time
             * @description when the list was read; null: not known
             */
            readAt?: string;
        };
        JsonNode: unknown;
        KeyList: {
            keys: components["schemas"]["KeyView"][];
            /** @description all there are */
            scopes: string[];
        };
        KeyView: {
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt?: string;
            /** @description how the key begins */
            hint: string;
            /** Format: int64 */
            id: number;
            /**
             * Format: date-time
             * @description to the minute
             */
            lastUsedAt?: string;
            name: string;
            /** Format: date-time */
            revokedAt?: string;
            scopes: string[];
            /** @description valid, expired or revoked */
            state: string;
        };
        LetterList: {
            letters: components["schemas"]["LetterView"][];
            /**
             * Format: int64
             * @description for the page after this one; null: there is none
             */
            next?: number;
        };
        LetterView: {
            /** Format: int64 */
            contactId: number;
            customer?: string;
            /**
             * Format: int64
             * @description by which the other calls name it
             */
            number: number;
            /** @description why it could not be answered */
            reason: string;
            /** Format: date-time */
            receivedAt: string;
            /** @description what the customer wrote; empty where it is no text */
            text?: string;
            type: string;
        };
        Letters: {
            letters?: number[];
            /** @description why they are discarded */
            reason?: string;
        };
        LettersDone: {
            /** @description the numbers of those; others had been seen to before */
            done: number[];
        };
        LineView: {
            check: string;
            /** @description what the configuration calls it */
            number: string;
            sentence: string;
            state: string;
            todo?: string;
        };
        LinkView: {
            /** @description of the page to set a password on; it is not shown again */
            path: string;
            /** Format: date-time */
            validUntil: string;
        };
        Linted: {
            findings: components["schemas"]["FindingView"][];
            revision: string;
        };
        /** @description What is asked for customers. */
        LiveErpView: {
            /** Format: date-time */
            at?: string;
            baseUrl?: string;
            by?: string;
            profile: string;
            /** @description why nothing is sent; empty: it is */
            sentence: string;
            /** @enum {string} */
            source: "DEMO" | "CONFIGURATION" | "CONSOLE";
            /** @enum {string} */
            state: "LIVE" | "PAUSED" | "BROKEN";
            /**
             * Format: int64
             * @description of the console; null: the ERP of the configuration, or the demo ERP
             */
            version?: number;
        };
        Made: {
            fileId?: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            paidAt: string;
            reason?: string;
            /** Format: date-time */
            sentAt?: string;
            /** @description wanted, sent or failed */
            state: string;
        };
        MadeKey: {
            key: components["schemas"]["KeyView"];
            /** @description what goes into the header; it is not shown again */
            secret: string;
        };
        MappingList: {
            mappings: components["schemas"]["MappingView"][];
            /** @description what customers cannot always be told, and why */
            unready: components["schemas"]["UnreadyView"][];
        };
        MappingView: {
            /** @description true: a flow says it, and it cannot be changed here */
            byFlows: boolean;
            event: string;
            fallbacks: {
                [key: string]: string;
            };
            header?: string;
            languages: string[];
            /** @description true while nobody has decided it */
            proposed: boolean;
            /** @description null: nothing is said */
            template?: string;
            variables: {
                [key: string]: string;
            };
            /**
             * Format: int32
             * @description how often it was saved, to be given back with a change
             */
            version: number;
        };
        /** @description What differs beside spaces and line ends. */
        Meaning: {
            /** @description ids of steps, as are <code>removed</code> */
            added: string[];
            changed: components["schemas"]["ChangedStep"][];
            /** @description of the flow itself, but for steps and texts */
            keys: string[];
            removed: string[];
            /** @description whether steps that are in both stand in another order */
            reordered: boolean;
            /** @description language/name of translations */
            texts: string[];
        };
        Menu: {
            /** @description when the ERP gave this list, if it does not answer now */
            asOf?: string;
            /** @description why there is no list; null: there is */
            problem?: string;
            products: components["schemas"]["EnabledProduct"][];
        };
        /** @description One of the first nine says what it is. */
        Message: {
            audio?: components["schemas"]["File"];
            document?: components["schemas"]["File"];
            image?: components["schemas"]["File"];
            location?: components["schemas"]["SharedPlace"];
            /** @description of ours, by name; null: main */
            number?: string;
            /** @description whether the flow is silent from now on; null: yes where a conversation is written to, no where a number is */
            pauseBot?: boolean;
            product?: components["schemas"]["ProductCard"];
            reaction?: components["schemas"]["Emoji"];
            /** @description true: also where somebody else has the chat, who loses it; else that is answered with 409 and <code>assignee</code> */
            takeOver?: boolean;
            template?: components["schemas"]["Template"];
            text?: string;
            /** @description a phone number, without country code one of <code>waybill.store.country</code> */
            to?: string;
            video?: components["schemas"]["File"];
        };
        MessageEffect: {
            /** Format: int32 */
            messageDays: number;
            /**
             * Format: int64
             * @description of customers and of ours that would be deleted now
             */
            messages: number;
        };
        MessageItem: {
            /** @description who of us wrote it; null: the flow did, or the customer */
            by?: string;
            /** @description what comes with it */
            file?: components["schemas"]["FileItem"];
            /** @description whose turn it belongs to */
            flow?: string;
            /** @description titles of the buttons or rows it shows */
            options: string[];
            step?: string;
            /** @description as people read it; of a template in the words it stands for */
            text: string;
            /** @description of a message of ours */
            ticks?: components["schemas"]["Ticks"];
            /** @description text, image, document, audio, video, sticker, location, contacts, tap, interactive, template … */
            type: string;
            wamid?: string;
        };
        MessageList: {
            messages: components["schemas"]["MessageView"][];
        };
        MessageView: {
            attempts: components["schemas"]["AttemptView"][];
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deliveredAt?: string;
            /** @description as Meta last reported it */
            delivery?: string;
            /** Format: date-time */
            failedAt?: string;
            id: string;
            /** @description the message this one was sent in place of */
            inPlaceOf?: string;
            /** Format: date-time */
            readAt?: string;
            /** Format: date-time */
            sentAt?: string;
            /** @description queued, ambiguous, held, sent or dead */
            state: string;
            text: string;
            type: string;
            /** @description what to tell somebody who asks where it is */
            why: string;
        };
        /** @description One thing to do before. */
        MissingForLive: {
            /**
             * @description null: it is about the connection
             * @enum {string}
             */
            operation?: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            sentence: string;
            /** @enum {string} */
            why: "NOT_SET" | "NOT_TESTED" | "TEST_FAILED" | "NOT_READY";
        };
        ModeChoice: {
            mode?: string;
        };
        ModuleView: {
            /** @description those of it */
            flows: string[];
            module: string;
            on: boolean;
        };
        Modules: {
            modules: components["schemas"]["ModuleView"][];
        };
        /** @description What its customer would be told. */
        MoveNews: {
            /** @description whether it goes as a template, since the customer has not written for 24 hours */
            asTemplate: boolean;
            language?: string;
            reason?: string;
            /** @description sends, waits (for its template), silent (no template is mapped), cannot, or known (they were told before) */
            state: string;
            template?: string;
            text?: string;
        };
        NewAssignee: {
            /** @description the name of a person; null: nobody */
            assignee?: string;
        };
        NewAvailability: {
            available?: boolean;
        };
        NewBand: {
            charge?: number;
            /** Format: int32 */
            max?: number;
            /** Format: int32 */
            min?: number;
        };
        NewDraft: {
            /** @description the business account; null: the only one, or the main number's */
            account?: string;
            /** @description of a new template */
            definition?: Record<string, never>;
            /** @description the template that is changed; null: it makes a new one */
            edits?: components["schemas"]["TemplateKey"];
        };
        NewMapping: {
            /** @description placeholder to what stands there without a value */
            fallbacks?: {
                [key: string]: string;
            };
            /** @description a public https link, or <code>/media/…</code> of an uploaded picture */
            header?: string;
            languages?: string[];
            template?: string;
            /** @description placeholder to variable */
            variables?: {
                [key: string]: string;
            };
            /**
             * Format: int32
             * @description that was seen, so that nobody writes over what they have not seen; without it, whatever is there
             */
            version?: number;
        };
        NewOrders: {
            /**
             * Format: int32
             * @description at most 100, which says "more than 99"
             */
            count: number;
        };
        NewPassword: {
            current: string;
            password: string;
        };
        NewQuickReply: {
            body?: string;
            /** @description such as en or pt_BR; null: any */
            language?: string;
            /** @description what is typed after the slash: letters, digits, - and _ */
            shortcut?: string;
        };
        NewRefund: {
            /** @description null: all that is left */
            amount?: number;
            reason?: string;
        };
        /** @description All of them anew; see {@link NewUser NewUser}. */
        NewRights: {
            money?: boolean;
            personalData?: boolean;
            roles?: string[];
        };
        NewStatus: {
            /** @description of a cancellation, for the ERP */
            reason?: string;
            status?: string;
        };
        NewUser: {
            /** @description whether they see amounts whatever their roles say; null: as these say */
            money?: boolean;
            /** @description the same for personal data of customers */
            personalData?: boolean;
            roles?: string[];
            username?: string;
        };
        News: {
            /** @description what it would have told */
            about: string;
            /** Format: date-time */
            at: string;
            /** @description and what to do */
            why: string;
        };
        Older: {
            revisions: components["schemas"]["RevisionPlaces"][];
            /** Format: int32 */
            sessions: number;
        };
        /** @description One with what is in it. */
        OpenCart: {
            /** Format: date-time */
            changedAt: string;
            /** Format: int64 */
            contactId: number;
            currency?: string;
            customer?: string;
            items: components["schemas"]["OpenCartLine"][];
            phone?: string;
            /** Format: date-time */
            since: string;
            /** @description of the goods alone; null: something in it has no price yet */
            total?: number;
        };
        OpenCartLine: {
            name: string;
            /** Format: int32 */
            qty: number;
        };
        OpenCartList: {
            carts: components["schemas"]["OpenCart"][];
            /** Format: int64 */
            count: number;
            /** @description for the page after this one; null: there is none */
            next?: string;
        };
        OpenNotice: {
            /** Format: int64 */
            id: number;
            /** @description such as channel-stopped */
            kind: string;
            /** Format: date-time */
            lastAt: string;
            link?: string;
            sentence: string;
            /** Format: date-time */
            since: string;
            subject: string;
            /**
             * Format: int32
             * @description how often it was raised since then
             */
            times: number;
        };
        OpenNotices: {
            notices: components["schemas"]["OpenNotice"][];
        };
        OperationView: {
            /** @description fields of the answer */
            answer: string[];
            /** @description the ERP of this gateway has it */
            available: boolean;
            name: string;
            request: components["schemas"]["RequestField"][];
            /** @description fields of each of its <code>items</code>; empty: it is no list */
            row: string[];
            writes: boolean;
        };
        Operations: {
            operations: components["schemas"]["OperationView"][];
        };
        /** @description What can be tapped. */
        Option: {
            id: string;
            note?: string;
            title: string;
        };
        /** @description An order that was made in a chat. */
        Order: {
            /** @description our reference for it in the ERP */
            clientReference: string;
            /** Format: int64 */
            contactId: number;
            currency?: string;
            externalOrderId: string;
            orderNumber?: string;
            /** Format: date-time */
            orderedAt: string;
            /** @description as it was confirmed */
            total?: string;
        };
        /** @description An order as others post it. */
        OrderBody: {
            address?: components["schemas"]["OrderPlace"];
            /** @description <code>cod</code>: the customer is asked by a template to confirm that they pay on delivery */
            confirm?: string;
            currency?: string;
            /** @description of an order that is made in a chat, the one who chats */
            customer?: components["schemas"]["OrderCustomer"];
            items?: components["schemas"]["OrderLine"][];
            note?: string;
            /** @description of ours, by name; null: main */
            number?: string;
            /** @description the customer fetches it */
            pickup?: boolean;
            /** @description pending, which is what it is until its customer or somebody at the ERP confirms it */
            status?: string;
            /** @description that whoever posts it has shown; null: whatever the ERP's prices come to */
            total?: number;
        };
        /** @description What the ERP's own list says. */
        OrderComparison: {
            /** @description our references that the ERP has several orders for */
            doubled: string[];
            /** Format: int32 */
            listed: number;
            /** @description our references whose order the ERP does not list */
            missing: string[];
            /** @description orders whose total is not the one the customer confirmed */
            totals: components["schemas"]["ReconciledTotal"][];
            /** @description references of ours on the ERP's list that the ledger has no order for */
            unknown: string[];
        };
        OrderContentsView: {
            /** @description null: the order was made elsewhere, so only the ERP knows */
            sent?: components["schemas"]["SentOrder"];
        };
        OrderCustomer: {
            language?: string;
            name?: string;
            /** @description without country code one of <code>waybill.store.country</code> */
            phone?: string;
        };
        OrderDetail: {
            order: components["schemas"]["OrderView"];
            timeline: components["schemas"]["Step"][];
        };
        OrderDuties: {
            assignee?: string;
            externalOrderId: string;
            /** @description oldest first */
            history: components["schemas"]["AssignmentChange"][];
        };
        OrderItemView: {
            externalProductId: string;
            name: string;
            /** Format: int32 */
            qty: number;
        };
        OrderLine: {
            external_product_id?: string;
            /** @description name to value, as the product has them */
            options?: {
                [key: string]: string;
            };
            /** Format: int32 */
            qty?: number;
        };
        OrderList: {
            orders: components["schemas"]["Order"][];
        };
        OrderMove: {
            news: components["schemas"]["MoveNews"];
            /** @description whether the ERP has it */
            offered: boolean;
            /** @description of the ERP */
            operation: string;
            status: string;
        };
        OrderMoves: {
            askForPayment: components["schemas"]["PossibleNow"];
            /** @description in the order in which a life goes; those that the ERP does not offer say so */
            moves: components["schemas"]["OrderMove"][];
            refund: components["schemas"]["PossibleNow"];
            /** @description what somebody asked for and what is not over: nothing else can be asked for until then */
            running?: components["schemas"]["RunningAction"];
        };
        OrderNoticeList: {
            notices: components["schemas"]["OrderNoticeView"][];
        };
        OrderNoticeView: {
            /** Format: date-time */
            at: string;
            reason?: string;
            /** @description sent, held (it waits for a template), silent (nothing is said of it), dropped (it could not be said) or expired */
            state: string;
            status: string;
            /** @description the template */
            waitingFor?: string;
        };
        OrderPlace: {
            latitude?: number;
            longitude?: number;
            text?: string;
        };
        OrderView: {
            assignee?: string;
            /** Format: date-time */
            changedAt: string;
            clientReference?: string;
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            createdAt: string;
            currency?: string;
            customer?: string;
            /** @description in the ERP's words */
            erpStatus?: string;
            externalOrderId: string;
            /** @description why a person should look at it */
            flag?: string;
            /**
             * Format: int64
             * @description grows with each order we come to know of
             */
            id: number;
            /** @description as they were sent to the ERP; null: the order was made elsewhere */
            items?: components["schemas"]["OrderItemView"][];
            /** @description what may be asked for now */
            moves: string[];
            orderNumber?: string;
            payment: string;
            /** Format: date-time */
            paymentAt: string;
            phone?: string;
            source: string;
            /** @description its status has not changed for <code>waybill.orders.stale-after</code>, and it is not over */
            stale: boolean;
            status: string;
            /** Format: date-time */
            statusAt: string;
            total?: number;
            trackingUrl?: string;
        };
        Orders: {
            counts: {
                [key: string]: number;
            };
            orders: components["schemas"]["OrderView"][];
        };
        OtherPrice: {
            /** @description as Meta writes it */
            catalogue: string;
            currency: string;
            erp: number;
            id: string;
            name: string;
        };
        /** @description Our messages. */
        OutboxView: {
            /**
             * Format: int64
             * @description that nobody has seen to
             */
            failed: number;
            /**
             * Format: int64
             * @description for their template at Meta
             */
            held: number;
            /** Format: date-time */
            heldSince?: string;
            /**
             * Format: date-time
             * @description when the time came of the one that has waited longest
             */
            oldest?: string;
            /**
             * Format: int64
             * @description that are tried again later
             */
            retrying: number;
            /**
             * Format: int64
             * @description in the last five minutes
             */
            sent: number;
            /**
             * Format: int64
             * @description of which a status decides whether they were sent
             */
            unclear: number;
            /** Format: int64 */
            waiting: number;
        };
        Owner: {
            /** @description whose the chat is now; null: the flow's */
            assignee?: string;
            /** Format: int64 */
            contactId: number;
        };
        Page: {
            /** @description oldest first */
            items: components["schemas"]["ThreadItem"][];
            /** @description where the page before begins; null: there is none */
            older?: string;
        };
        PartView: {
            /** @description taken, duplicate or aside */
            effect: string;
            /** @description message, echo, status, person, template, account or other */
            kind: string;
            /** @description ours that a status is about */
            message?: string;
            /** @description what would become of it */
            sentence: string;
            /** @description it says, in a line */
            what: string;
        };
        Parting: {
            at: string;
            /** @description what happened, in words */
            input: string;
            /** @description what it led to; empty where that was not kept */
            recorded: string[];
            replayed: string[];
            /**
             * Format: int32
             * @description counted from 1
             */
            turn: number;
        };
        PaymentRequest: {
            external_order_id?: string;
            /** @description need not be said; another one than that of the chat is refused */
            phone?: string;
        };
        PeopleList: {
            people: components["schemas"]["Person"][];
        };
        Person: {
            /** @description said so, and not silent for too long since */
            available: boolean;
            name: string;
            /** Format: date-time */
            seenAt: string;
            /**
             * Format: date-time
             * @description when they said so, or that they are away
             */
            since: string;
        };
        Ping: {
            /**
             * Format: int64
             * @description where to see what comes of it
             */
            delivery: number;
        };
        /** @description A step of one revision of a flow. */
        Place: {
            flow: string;
            revision: string;
            step: string;
        };
        /** @description What became of an order that somebody posted. */
        PlacementView: {
            client_reference?: string;
            /** Format: int64 */
            contact_id: number;
            currency: string;
            erp_total?: number;
            external_order_id?: string;
            /** @description opens the chat of an order of a website */
            link?: string;
            order_number?: string;
            reason?: string;
            /** @description ours, with which our keys at the ERP begin */
            reference: string;
            /** @description made, pending, unknown (Waybill finds out), manual (a person has to), refused or down (certainly not made) */
            state: string;
            status?: string;
            /** @description that was agreed on */
            total: number;
        };
        PossibleNow: {
            now: boolean;
            /** @description why not */
            reason?: string;
        };
        /** @description RFC 9457. */
        Problem: import('./http').Problem;
        ProblemDetail: {
            detail?: string | null;
            /** Format: uri */
            instance?: string | null;
            properties?: {
                [key: string]: unknown;
            } | null;
            /** Format: int32 */
            status?: number;
            title?: string | null;
            /** Format: uri */
            type?: string;
        };
        Problems: {
            flows: components["schemas"]["FlowProblems"][];
        };
        Product: {
            externalProductId: string;
            name: string;
        };
        ProductBulk: {
            /** @enum {string} */
            change?: "show" | "hide" | "flow" | "image";
            externalProductIds?: string[];
            /** @description of the change flow; null: the list's own sells them */
            flow?: string;
            /** @description of the change image: its id */
            image?: string;
        };
        ProductCard: {
            /** @description the ERP's, of a product that customers see now */
            id?: string;
        };
        ProductName: {
            externalProductId: string;
            name: string;
        };
        /** @description Visibility, pictures and flow are ours; all else is the ERP's, and changed there. */
        ProductView: {
            /** @description in the ERP */
            active: boolean;
            currency?: string;
            /** @description empty: the ERP has none */
            description: string;
            /**
             * Format: int32
             * @description the paid time of a service
             */
            durationMinutes?: number;
            externalProductId: string;
            /** @description that a tap on it starts; null: the one that lists it */
            flow?: string;
            /** @description ids of its pictures, the main one first */
            images: string[];
            /** @description service or goods; a service needs no picture */
            kind: string;
            name: string;
            /** @description null: the ERP has none */
            price?: number;
            /** @description the same as text, so that no digit is lost on the way to the page */
            priceText?: string;
            /** @description why it cannot be visible */
            problem?: string;
            /** @description as WhatsApp shows it, or would; null: no flow lists products */
            row?: components["schemas"]["ShownOption"];
            /** @description empty: the ERP has none */
            sku: string;
            /** @description how many there are; null: the ERP does not say */
            stock?: number;
            /** @description to customers, if the ERP sells it */
            visible: boolean;
            /** @description what customers may stumble over */
            warnings: string[];
        };
        ProductsView: {
            /** @description when the ERP gave this list, if it does not answer now */
            asOf?: string;
            /**
             * Format: int32
             * @description how many of them customers see
             */
            enabled: number;
            /** @description those that can be assigned */
            flows: components["schemas"]["FlowChoice"][];
            /** @description those that the ERP does not list any more, for 30 days */
            gone: components["schemas"]["GoneProduct"][];
            /**
             * Format: int32
             * @description it took
             */
            pages?: number;
            products: components["schemas"]["ProductView"][];
            /**
             * Format: date-time
             * @description when the list was read; null: not known
             */
            readAt?: string;
        };
        ProfileView: {
            idempotency: string;
            /** @description of the shipped profile it began with */
            name: string;
            notes: string[];
            text: string;
            title: string;
        };
        Published: {
            findings: components["schemas"]["FindingView"][];
            /** @description live sessions on other revisions */
            older: components["schemas"]["Older"];
            published: components["schemas"]["VersionView"];
        };
        QueuesView: {
            /** @description whether messages of customers are worked on in time */
            answering: boolean;
            /** Format: date-time */
            at: string;
            inbox: components["schemas"]["InboxView"];
            outbox: components["schemas"]["OutboxView"];
            /** @description whether ours go out in time */
            sending: boolean;
        };
        QuickReply: {
            body: string;
            /** Format: int64 */
            id: number;
            /** @description as flows write it; null: any */
            language?: string;
            /** @description what is typed after the slash */
            shortcut: string;
        };
        QuickReplyList: {
            quickReplies: components["schemas"]["QuickReply"][];
        };
        /** @description What things cost at the ERP, with delivery; amounts are rounded once, to what can be paid in the currency. */
        Quote: {
            currency: string;
            delivery: number;
            lines: components["schemas"]["QuoteLine"][];
            subtotal: number;
            total: number;
        };
        QuoteBody: {
            items?: components["schemas"]["OrderLine"][];
            pickup?: boolean;
        };
        QuoteLine: {
            /** Format: int32 */
            duration_minutes?: number;
            external_product_id: string;
            name: string;
            /** @description name to value */
            options: {
                [key: string]: string;
            };
            /** Format: int32 */
            qty: number;
            total: number;
            unit_price: number;
        };
        Reason: {
            message: string;
        };
        ReasonCount: {
            advice: string;
            /** Format: int64 */
            count: number;
            /** @description as in {@link Wanted Wanted} */
            reason: string;
        };
        ReasonList: {
            reasons: components["schemas"]["ReasonCount"][];
        };
        ReceiptList: {
            receipts: components["schemas"]["Made"][];
        };
        /** @description An event as its sender writes it. */
        ReceivedEvent: {
            data?: components["schemas"]["Data"];
            /**
             * Format: date-time
             * @description when it happened
             */
            timestamp?: string;
            type?: string;
        };
        /** @description A total that differs. */
        ReconciledTotal: {
            confirmed: number;
            inErp: number;
            key: string;
            orderNumber: string;
        };
        /** @description What was found. */
        ReconciliationReport: {
            /** @description null when the ERP has no LIST_ORDERS, or does not answer; then <code>note</code> says which */
            erp?: components["schemas"]["OrderComparison"];
            /**
             * Format: int64
             * @description writes of which it is not known
             */
            inDoubt: number;
            note?: string;
            /**
             * Format: int64
             * @description writes of the ledger that made an order
             */
            ordered: number;
            /** @description orders of the ERP that several of our writes were answered with */
            sharedOrders: string[];
            /** Format: date-time */
            since: string;
        };
        RefreshedCatalog: {
            catalog: components["schemas"]["ProductsView"];
            diff: components["schemas"]["CatalogDiff"];
        };
        Refund: {
            /** @description of what became of it in the ERP */
            actionKey?: string;
            amount: number;
            currency: string;
            /** Format: date-time */
            decidedAt?: string;
            decidedBy?: string;
            externalOrderId: string;
            /** Format: int64 */
            id: number;
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /** @description requested, approved or denied */
            state: string;
        };
        RefundList: {
            refunds: components["schemas"]["Refund"][];
        };
        RehearsalView: {
            parts: components["schemas"]["PartView"][];
        };
        Rehearsed: {
            body?: string;
        };
        Rendered: {
            /** @description what customers would read */
            examples: components["schemas"]["Example"][];
            mapping: components["schemas"]["MappingView"];
            /** @description what it may lead to */
            warnings: string[];
        };
        ReplayRequest: {
            /** @description text of a flow to put in the place of the one with its id; without one the conversation is replayed as it was */
            flow?: string;
        };
        Replayed: {
            /**
             * Format: int32
             * @description how many events are sent again
             */
            replayed: number;
        };
        Report: {
            /** @description in the catalogue, and not sold by the ERP: who orders it is told that it is not sold */
            extra: components["schemas"]["Item"][];
            /** Format: int32 */
            inCatalogue: number;
            /** Format: int32 */
            inErp: number;
            /** @description sold by the ERP, and not in the catalogue */
            missing: components["schemas"]["Item"][];
            otherPrices: components["schemas"]["OtherPrice"][];
        };
        /** @description A report as it is answered. */
        ReportView: {
            /** @description empty: in total */
            by: string;
            /** Format: date */
            from: string;
            /** @description the SQL that made the rows; <code>:from</code> and <code>:to</code> are the first moments of the first day and of the day after the last */
            query: string;
            report: string;
            rows: unknown[];
            /** Format: date */
            to: string;
            /** @description that the days are of */
            zone: string;
        };
        Request: {
            message: string;
            /** @description the revision that is believed to be published */
            replaces?: string;
            /** @description of the draft or of a text that is kept */
            revision: string;
        };
        RequestField: {
            name: string;
            required: boolean;
            /** @description what it holds, in words */
            type: string;
        };
        Result: {
            /** @description where it first went otherwise; null: nowhere */
            parting?: components["schemas"]["Parting"];
            /**
             * Format: int32
             * @description how many were replayed
             */
            turns: number;
        };
        ResultList: {
            results: components["schemas"]["RetryResult"][];
        };
        RetentionChange: {
            /**
             * Format: int32
             * @description how many days after the last words with a customer all that tells of them is deleted; null: never
             */
            customerDays?: number;
            /**
             * Format: int32
             * @description how many days old a message may become, also in a chat that goes on; null: as old as it will
             */
            messageDays?: number;
            /**
             * Format: int32
             * @description of what was changed, so that nobody writes over what they have not seen
             */
            version: number;
        };
        RetentionEffect: {
            /** Format: int32 */
            customerDays: number;
            /**
             * Format: int64
             * @description of whom everything would be deleted now
             */
            customers: number;
        };
        RetentionView: {
            /** Format: int32 */
            customerDays?: number;
            /** Format: int32 */
            messageDays?: number;
            /** Format: date-time */
            savedAt?: string;
            savedBy?: string;
            /**
             * Format: int32
             * @description 0: it is as configured, and nobody has changed it
             */
            version: number;
        };
        RetriedMessage: {
            id?: string;
        };
        Retry: {
            /** @description null: those that customers may have are not sent again */
            evenIfItMayHaveArrived?: boolean;
            messages?: components["schemas"]["RetriedMessage"][];
        };
        RetryResult: {
            /** @description the message that is sent in its place */
            as?: string;
            /** Format: int64 */
            contactId: number;
            id: string;
            /** @description sent-again, discarded, gone, may-have-arrived, window-closed, held or wrong-words */
            outcome: string;
            /** @description what happened and what to do */
            sentence: string;
        };
        RevisionPlaces: {
            revision: string;
            /** Format: int32 */
            sessions: number;
            steps: components["schemas"]["StepPlaces"][];
        };
        Reworded: {
            /** @description null: one that the customer may have is not sent again */
            evenIfItMayHaveArrived?: boolean;
            id?: string;
            /** @description what it is to say */
            text?: string;
        };
        RoleView: {
            job: string;
            permissions: ("CHATS_READ" | "CHATS_ANSWER" | "ORDERS_READ" | "ORDERS_FULFIL" | "ORDERS_SELL" | "REFUNDS_DECIDE" | "SERVICES_READ" | "SERVICES_RUN" | "CATALOG_READ" | "CATALOG_EDIT" | "JOBS_READ" | "JOBS_EDIT" | "FLOWS_READ" | "FLOWS_EDIT" | "TEMPLATES_READ" | "TEMPLATES_EDIT" | "ERP_READ" | "ERP_EDIT" | "OPERATIONS_READ" | "OPERATIONS_RUN" | "SETTINGS_READ" | "SETTINGS_EDIT" | "PEOPLE_MANAGE" | "MONEY" | "PERSONAL_DATA")[];
            /** @enum {string} */
            role: "ADMIN" | "INTEGRATOR" | "DESIGNER" | "SALES" | "HR" | "VIEWER" | "CATALOG" | "FULFILMENT" | "SERVICE" | "REFUNDS";
            title: string;
        };
        /** @description One order whose customer was to be asked. */
        Row: {
            /** Format: date-time */
            askedAt?: string;
            /** @description message, template or flow */
            askedBy?: string;
            comment?: string;
            /** Format: date-time */
            commentedAt?: string;
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            deliveredAt: string;
            /** @description the one that heard it, with its revision */
            flow?: string;
            order: string;
            orderNumber?: string;
            /** Format: date-time */
            ratedAt?: string;
            /** Format: int32 */
            rating?: number;
            /** @description why they were not asked, or not yet */
            reason?: string;
            /** @description wanted, asked or dropped */
            state: string;
        };
        RunningAction: {
            by: string;
            operation: string;
            /** @description waiting, open or unknown */
            state: string;
        };
        SaidView: {
            /** Format: int64 */
            contactId: number;
            /** @description the names under which <code>/api/v1/messages</code> tells what became of them */
            messages: string[];
        };
        SampleHandle: {
            /** @description what <code>example.header_handle</code> of the template says */
            handle: string;
        };
        Saved: {
            basedOn?: string;
            flow: string;
            revision: string;
        };
        SavedDraft: {
            definition?: Record<string, never>;
            /**
             * Format: int32
             * @description that was seen
             */
            version: number;
        };
        SealCheck: {
            /** @description the order of the first seal that does not fit; null: all do */
            broken?: string;
            /** @description hash of the last one */
            head: string;
            /** Format: int64 */
            seals: number;
            /** @description whether the one that was kept elsewhere is among them, and all before it fit; null: none was given */
            stands?: boolean;
        };
        /** @description A secret, which nobody can read here. */
        SecretView: {
            name: string;
            /** @description the profile cannot sign in without it */
            needed: boolean;
            /** @description that sets it, where it is set in the configuration */
            property?: string;
            set: boolean;
            /**
             * Format: date-time
             * @description null: it is not set, or set in the configuration
             */
            setAt?: string;
        };
        SeenDraft: {
            /** Format: int32 */
            version: number;
        };
        SendableList: {
            templates: components["schemas"]["SendableTemplate"][];
        };
        SendableTemplate: {
            /** @description what is to be filled in, in this order */
            blanks: components["schemas"]["Blank"][];
            body: string;
            buttons: string[];
            category: string;
            /** @description IMAGE, VIDEO or DOCUMENT where the header is a file, which has to be sent along; null: it is none */
            file?: string;
            footer?: string;
            /** @description its text, with placeholders; null: it has none, or a file */
            header?: string;
            language: string;
            name: string;
        };
        SentLine: {
            /** @description of all of them */
            amount?: number;
            externalProductId: string;
            /**
             * Format: int32
             * @description the paid time of one, where it is a service
             */
            minutes?: number;
            name: string;
            options: string[];
            /** @description where a small picture of it is; null: none is attached to the product */
            picture?: string;
            /** Format: int32 */
            qty: number;
            unitPrice?: number;
        };
        /** @description What the ERP was sent by CREATE_ORDER. */
        SentOrder: {
            /** @description exactly as the customer wrote it; null: nobody said */
            address?: string;
            /**
             * Format: date-time
             * @description when
             */
            at: string;
            currency: string;
            /** @description the charge; null: none was agreed on */
            delivery?: number;
            items: components["schemas"]["SentLine"][];
            paymentMethod?: string;
            pickup: boolean;
            subtotal?: number;
            total?: number;
        };
        ServiceList: {
            services: components["schemas"]["ServiceView"][];
        };
        ServiceView: {
            /**
             * Format: date-time
             * @description when the customer was last asked to renew
             */
            askedAt?: string;
            closeReason?: string;
            /** Format: date-time */
            closedAt?: string;
            closedBy?: string;
            /** Format: int64 */
            contactId: number;
            /** Format: date-time */
            expiresAt?: string;
            externalOrderId: string;
            /** Format: int64 */
            id: number;
            orderNumber?: string;
            /** Format: int32 */
            paidMinutes: number;
            product: components["schemas"]["Product"];
            /** Format: date-time */
            readyAt: string;
            /**
             * Format: int64
             * @description the paid time less what has gone of it
             */
            remainingSeconds: number;
            /** Format: date-time */
            startedAt?: string;
            /** @description ready, active, expired or closed */
            state: string;
        };
        SessionView: {
            demo: boolean;
            setupRequired: boolean;
            user?: components["schemas"]["SignedIn"];
            /** @description to sign in by other systems */
            ways: components["schemas"]["SignInWay"][];
        };
        Setup: {
            password: string;
            token: string;
            username: string;
        };
        SetupView: {
            /** Format: date-time */
            at: string;
            lines: components["schemas"]["LineView"][];
            /** @description ok when all is known to be right, else the worst of the lines */
            state: string;
        };
        SharedPlace: {
            address?: string;
            latitude?: number;
            longitude?: number;
            name?: string;
        };
        /** @description A shipped profile to start from. */
        ShippedProfile: {
            name: string;
            notes: string[];
            title: string;
        };
        ShopNow: {
            /** @description as in a case of flow tests */
            sample: Record<string, never>;
        };
        /** @description One option of a reply as it is shown in the chat. */
        ShownOption: {
            /** @description under it; null: there is none, as on buttons */
            description?: string;
            /** @description as it was cut */
            title: string;
        };
        /** @description What a phone shows of a template message: the wire has the values only, the words are those that were approved. */
        ShownTemplate: {
            /** @description header and body, filled */
            body: string;
            buttons: components["schemas"]["Button"][];
            footer?: string;
        };
        SignInWay: {
            /** @description for people */
            name: string;
            /** @description to send the browser to */
            path: string;
        };
        SignedIn: {
            name: string;
            /** @description what they may do, from all their roles and beside them */
            permissions: ("CHATS_READ" | "CHATS_ANSWER" | "ORDERS_READ" | "ORDERS_FULFIL" | "ORDERS_SELL" | "REFUNDS_DECIDE" | "SERVICES_READ" | "SERVICES_RUN" | "CATALOG_READ" | "CATALOG_EDIT" | "JOBS_READ" | "JOBS_EDIT" | "FLOWS_READ" | "FLOWS_EDIT" | "TEMPLATES_READ" | "TEMPLATES_EDIT" | "ERP_READ" | "ERP_EDIT" | "OPERATIONS_READ" | "OPERATIONS_RUN" | "SETTINGS_READ" | "SETTINGS_EDIT" | "PEOPLE_MANAGE" | "MONEY" | "PERSONAL_DATA")[];
            roles: ("ADMIN" | "INTEGRATOR" | "DESIGNER" | "SALES" | "HR" | "VIEWER" | "CATALOG" | "FULFILMENT" | "SERVICE" | "REFUNDS")[];
        };
        SimulatedMessage: {
            /** @description how much of a wait had passed; null: nothing */
            after?: string;
            button?: string;
            footer?: string;
            form: string;
            link?: string;
            options: components["schemas"]["Option"][];
            /** @description exactly what Graph gets */
            payload: string;
            template?: string;
            text: string;
        };
        /** @description Where the conversation stands. */
        SimulatedSession: {
            cart: components["schemas"]["JsonNode"];
            language?: string;
            /** @description null: in no flow */
            place?: components["schemas"]["Place"];
            variables: components["schemas"]["JsonNode"];
            /** @description what is waited for, with its step */
            waiting: components["schemas"]["JsonNode"];
        };
        /** @description A conversation as it was played, in the words of recorded cases. */
        SimulationView: {
            flow: string;
            /** @description of the flow that was tried */
            revision: string;
            steps: components["schemas"]["StepView"][];
            /** @description why the rest of the inputs led to nothing */
            stopped?: string;
        };
        SoldProduct: {
            currency?: string;
            description?: string;
            external_product_id: string;
            name: string;
            /** @description as the ERP lists them; null: it has none */
            options?: components["schemas"]["JsonNode"];
            price: number;
            stock?: number;
        };
        SoldProducts: {
            products: components["schemas"]["SoldProduct"][];
        };
        SourceView: {
            /** Format: date-time */
            at: string;
            clickId?: string;
            headline?: string;
            id?: string;
            type?: string;
            url?: string;
        };
        SseEmitter: {
            /** Format: int64 */
            timeout?: number | null;
        };
        State: {
            cart: components["schemas"]["CartLine"][];
            /** @description who they are in the ERP, as far as it said so */
            externalCustomerId?: string;
            /** @description null: in none */
            flow?: string;
            step?: string;
        };
        Step: {
            after?: string;
            /** Format: date-time */
            at: string;
            before?: string;
            by?: string;
            detail?: string;
            /** @description created, status, payment, tracking, number, assigned … */
            kind: string;
            /** @description flow, staff, erp or poll; of the first: where it was made */
            origin: string;
        };
        StepPlaces: {
            /**
             * Format: date-time
             * @description when one of these customers wrote last
             */
            latest?: string;
            /** Format: int32 */
            sessions: number;
            step: string;
        };
        StepShown: {
            /**
             * Format: int32
             * @description which message after the last input is the step's; -1: the step says nothing there
             */
            at: number;
            /** @description a case that comes to the step; send it along next time */
            conversation: Record<string, never>;
            /** @description false: no customer was found who comes to the step, so it is shown as if the flow began with it */
            reached: boolean;
            simulation: components["schemas"]["SimulationView"];
            step: string;
        };
        StepView: {
            calls: components["schemas"]["CallView"][];
            hand_over?: string;
            incidents: string[];
            /** @description as it was sent */
            input: components["schemas"]["JsonNode"];
            messages: components["schemas"]["SimulatedMessage"][];
            /**
             * Format: date-time
             * @description the simulated time after it
             */
            now: string;
            results: Record<string, never>[];
            session: components["schemas"]["SimulatedSession"];
            unmatched: string[];
        };
        StoreChange: {
            store?: components["schemas"]["StoreDocument"];
            /**
             * Format: int32
             * @description of what was changed, so that nobody writes over what they have not seen
             */
            version: number;
        };
        /** @description {@link StoreSettings StoreSettings} as the API has them; what is empty is not set. */
        StoreDocument: {
            catalogId?: string;
            /** @description what confirms an order: cod, payment or staff */
            confirmed: string;
            /** @description two letters: phone numbers without country code are of there */
            country?: string;
            /** @description delivery, pickup, or both */
            modes: string[];
            name?: string;
            pickupAddress?: string;
            /**
             * Format: int32
             * @description how long goods are held during checkout; null: stock is only looked at
             */
            reserveMinutes?: number;
            /** @description such as Africa/Nairobi */
            zone: string;
        };
        StoreView: {
            /** @description whether the ERP can hold goods during checkout */
            holdsStock: boolean;
            /** @description names of our numbers that say something otherwise, by their configuration */
            ownStores: string[];
            /** Format: date-time */
            savedAt?: string;
            savedBy?: string;
            store: components["schemas"]["StoreDocument"];
            /** @description whether customers can be asked to pay */
            takesPayments: boolean;
            /**
             * Format: int32
             * @description 0: it is as configured, and nobody has changed it
             */
            version: number;
        };
        Submitted: {
            /** @description that Meta looks at now; none: it has them all */
            languages: string[];
        };
        Summary: {
            /** Format: int32 */
            answered: number;
            /** Format: int32 */
            asked: number;
            /**
             * Format: int32
             * @description less
             */
            detractors: number;
            /** @description the percentage of promoters less that of detractors, from -100 to 100; null: nobody has answered */
            nps?: number;
            /**
             * Format: int32
             * @description 7 or 8
             */
            passives: number;
            /**
             * Format: int32
             * @description who gave 9 or 10
             */
            promoters: number;
        };
        Switch: {
            on: boolean;
        };
        TableView: {
            bands: components["schemas"]["BandView"][];
            /** @description false while the table is <code>waybill.delivery.bands</code> */
            edited: boolean;
            /**
             * @description what becomes of quantities that no row covers
             * @enum {string}
             */
            gaps: "refuse" | "no_charge";
            /**
             * Format: int64
             * @description to be given back with a change of the whole table
             */
            version: number;
            /** @description about quantities without a charge */
            warnings: string[];
        };
        TakeOver: {
            /** @description true: also where somebody else has the chat */
            takeOver?: boolean;
        };
        Taken: {
            /** @description changed, known, late, flagged, no-such-order or repeated */
            result: string;
        };
        TeamDocument: {
            /** @description ids of the flows whose chats and orders are the team's */
            flows: string[];
            /** @description names of people */
            members: string[];
            name: string;
            /** @description people with one of these belong to it too */
            roles: string[];
            /**
             * Format: int32
             * @description null: as for all
             */
            slaMinutes?: number;
        };
        TeamView: {
            flows: string[];
            members: string[];
            /** @description null: all people */
            name?: string;
            roles: string[];
            /** @description how long a customer may wait for them, in business time */
            sla: string;
        };
        Template: {
            /** @description the file of a template whose header is one */
            header?: string;
            /** @description null: the customer's, where the template has it */
            language?: string;
            name?: string;
            /** @description one for each placeholder, in order: header, body, addresses of buttons */
            params?: string[];
        };
        TemplateBlank: {
            /** @description empty: it has none */
            example: string;
            /** @description such as header.1, body.order_number or button.0.1 */
            key: string;
            /** @description as it stands in the text, between braces */
            name: string;
        };
        TemplateDraftView: {
            account: string;
            category: string;
            /** Format: date-time */
            changedAt: string;
            changedBy: string;
            definition: Record<string, never>;
            /** @description it changes the template of its name and language */
            edits: boolean;
            /** Format: int64 */
            id: number;
            language: string;
            name: string;
            /** Format: int32 */
            version: number;
        };
        /** @description What Meta would refuse in a template, or is known to reject after looking at it. */
        TemplateFinding: {
            error?: boolean;
            /** @description such as <code>name</code>, <code>body</code>, <code>body.1</code> of an example, <code>button 2</code> */
            field: string;
            /** @enum {string} */
            level: "ERROR" | "HINT";
            /** @description what is wrong and what to do */
            sentence: string;
        };
        TemplateKey: {
            language: string;
            name: string;
        };
        TemplateList: {
            accounts: components["schemas"]["AccountView"][];
            templates: components["schemas"]["TemplateView"][];
        };
        TemplateTest: {
            /** @description the file of a template whose header is one */
            header?: string;
            /** @description of ours, by name; null: main */
            number?: string;
            /** @description a phone number, without country code one of <code>waybill.store.country</code> */
            to?: string;
            /** @description of the placeholders; for those without one the template's examples */
            values?: {
                [key: string]: string;
            };
        };
        TemplateVersion: {
            /** @description what is to be filled in, in this order */
            blanks: components["schemas"]["TemplateBlank"][];
            /** @description as Meta lists it, or is asked to approve it */
            definition: components["schemas"]["JsonNode"];
            /** @description why it cannot be edited now; null: it can */
            locked?: string;
            /** @description as a phone shows it, with its examples */
            shown: components["schemas"]["ShownTemplate"];
            template: components["schemas"]["TemplateView"];
        };
        TemplateView: {
            /** @description the business account it belongs to */
            account: string;
            category: string;
            /** @description that are told of by it */
            events: string[];
            /** @description Meta's; null: not submitted */
            id?: string;
            language: string;
            name: string;
            quality?: string;
            reason?: string;
            status: string;
            /**
             * Format: date-time
             * @description when it came to its status; null: not submitted
             */
            statusSince?: string;
            /** Format: date-time */
            syncedAt?: string;
        };
        TestRequest: {
            /** @description of the template; null: en_US */
            language?: string;
            /** @description of ours, by name; null: main */
            number?: string;
            /** @description one without parameters, for a person who has not written within 24 hours; null: hello_world */
            template?: string;
            /** @description a phone number, without country code one of <code>waybill.store.country</code> */
            to?: string;
        };
        TestView: {
            /** Format: date-time */
            arrivedAt?: string;
            /** Format: date-time */
            askedAt: string;
            code: string;
            /** @description the name under which <code>/api/v1/messages</code> tells more */
            message: string;
            /** @description waiting, arrived or failed */
            state: string;
        };
        Tested: {
            /** @description the first step that goes otherwise, with what was expected (-) and what came (+) */
            difference?: string;
            flow: string;
            passed: boolean;
            revision: string;
        };
        TestedView: {
            /** Format: date-time */
            at: string;
            by: string;
            ok: boolean;
            /** @description what was wrong; empty: nothing */
            sentence: string;
            /** Format: int32 */
            status?: number;
            /** Format: int64 */
            tookMillis: number;
        };
        /** @description What is empty or left out is not on receipts; there is always a name. */
        Texts: {
            footer?: string;
            name?: string;
            tagline?: string;
            /**
             * Format: int32
             * @description of what was changed, so that nobody writes over what they have not seen
             */
            version?: number;
        };
        /** @description Something in a conversation. */
        ThreadItem: {
            /**
             * Format: date-time
             * @description when it came, was written or happened
             */
            at: string;
            /** @description of all else */
            event?: components["schemas"]["EventItem"];
            /** @description unique in it, and the same whenever it is read */
            id: string;
            /** @description in, out, erp, incident, handover, takeover or handback */
            kind: string;
            /** @description of <code>in</code> and <code>out</code> */
            message?: components["schemas"]["MessageItem"];
        };
        Ticks: {
            /**
             * Format: int32
             * @description Meta's, where it failed
             */
            code?: number;
            /** Format: date-time */
            deliveredAt?: string;
            /** @description under which <code>/api/v1/messages</code> tells more */
            name: string;
            /** Format: date-time */
            readAt?: string;
            /** @description Meta's words, where it failed */
            reason?: string;
            /** Format: date-time */
            sentAt?: string;
            /** @description queued, sent, delivered, read or failed */
            state: string;
            /** @description what to tell somebody who asks where it is */
            why: string;
        };
        Total: {
            /**
             * Format: int64
             * @description how many of them Meta charges for
             */
            billable: number;
            /** Format: int64 */
            messages: number;
        };
        TriedQuantity: {
            /** @description text; null: a person decides */
            charge?: string;
            /**
             * Format: int32
             * @description least quantity of the row that says so; null: none does
             */
            min?: number;
            /** Format: int32 */
            qty: number;
        };
        TriedView: {
            circuit: components["schemas"]["CircuitView"];
            /** @description how the call ended; null when none was made */
            outcome?: string;
            sentence: string;
        };
        Unmatched: {
            /** Format: date-time */
            from: string;
            groups: components["schemas"]["UnmatchedGroup"][];
            /** Format: date-time */
            to: string;
        };
        /** @description Texts that say the same at the same place. */
        UnmatchedGroup: {
            /** Format: int32 */
            customers: number;
            /** @description empty at the main menu, as is <code>step</code> */
            flow: string;
            /** Format: date-time */
            latest: string;
            step: string;
            /** @description as most of them wrote it */
            text: string;
            /** Format: int32 */
            times: number;
        };
        UnreadyView: {
            event: string;
            sentence: string;
            /** @description missing, misfit, not_submitted, in_review or not_approved */
            why: string;
        };
        UserList: {
            roles: components["schemas"]["RoleView"][];
            users: components["schemas"]["UserView"][];
        };
        UserView: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description until when a link to set a password by is good; null: there is none
             */
            linkUntil?: string;
            money?: boolean;
            /** @description another system vouches for them, and says their roles each time they sign in */
            outside: boolean;
            personalData?: boolean;
            roles: ("ADMIN" | "INTEGRATOR" | "DESIGNER" | "SALES" | "HR" | "VIEWER" | "CATALOG" | "FULFILMENT" | "SERVICE" | "REFUNDS")[];
            /** Format: date-time */
            signedInAt?: string;
            /** @description invited, active or disabled */
            state: string;
            username: string;
        };
        VariableList: {
            variables: components["schemas"]["VariableView"][];
        };
        VariableView: {
            description: string;
            example: string;
            name: string;
            type: string;
        };
        Verdict: {
            document: components["schemas"]["CheckedEvidence"];
            /** @description whether its last seal is the newest that this installation has made of the order; null: it does not fit */
            sealedHere?: boolean;
            /**
             * Format: int32
             * @description how many it has made since that one; null: it does not fit, or was not made here
             */
            sealsSince?: number;
        };
        VersionList: {
            versions: components["schemas"]["TemplateVersion"][];
        };
        VersionView: {
            author: string;
            message: string;
            /** Format: date-time */
            publishedAt: string;
            /** @description null: the flow was withdrawn */
            revision?: string;
            source: string;
            /** Format: int32 */
            version: number;
        };
        Visibility: {
            visible: boolean;
        };
        WantedCheck: {
            /** @description whether a test customer, a test order and a test applicant may be made */
            write: boolean;
        };
        WantedHook: {
            /** @description absent: yes */
            enabled?: boolean;
            eventTypes?: string[];
            /** @description absent: events of all our numbers */
            phoneNumberId?: string;
            url?: string;
        };
        WantedKey: {
            /** Format: date-time */
            expiresAt?: string;
            name?: string;
            scopes?: string[];
        };
        WantedLive: {
            /**
             * Format: int64
             * @description that was tested; for CONSOLE only
             */
            version?: number;
            /** @enum {string} */
            wanted?: "CONSOLE" | "CONFIGURATION" | "PAUSE" | "RESUME";
        };
        /** @description One delivery, or all events from <code>from</code> until before <code>to</code>. */
        WantedReplay: {
            /** Format: int64 */
            delivery?: number;
            /** Format: date-time */
            from?: string;
            /** Format: date-time */
            to?: string;
        };
        WantedTable: {
            /** @description all rows */
            bands?: components["schemas"]["NewBand"][];
            /**
             * Format: int64
             * @description of the table that was changed
             */
            version?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    product_products: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProductsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_bulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBulk"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BulkView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_flows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": {
                        [key: string]: string;
                    };
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_hidden: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HiddenProductsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RefreshedCatalog"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalProductId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assignment"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    image_images: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalProductId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string[];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    image_attach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalProductId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string[];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_price: {
        parameters: {
            query?: {
                qty?: number;
            };
            header?: never;
            path: {
                externalProductId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AskedPrice"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_raw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalProductId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JsonNode"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    product_setVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalProductId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Visibility"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_table: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TableView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_replace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedTable"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TableView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TableView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_changes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChangeView"][];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_decideGaps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GapDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TableView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_attempt: {
        parameters: {
            query: {
                qty: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TriedQuantity"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description least quantity of the band as it was */
                min: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBand"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TableView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delivery_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                min: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TableView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erpCache_clear: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erpCheck_last: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Record<string, never>;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erpCheck_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErpCheckRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Record<string, never>;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    circuit_circuits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CircuitView"][];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    circuit_tryOnce: {
        parameters: {
            query?: {
                /** @description needed only for AUTH, which both may have */
                system?: string;
            };
            header?: never;
            path: {
                operation: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TriedView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connection_connection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ConnectionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connection_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ConnectionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connection_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Record<string, never>;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connection_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedLive"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ConnectionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connection_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation: "LIST_PRODUCTS" | "GET_PRICE" | "UPSERT_CUSTOMER" | "CREATE_ORDER" | "CONFIRM_ORDER" | "SET_ADDRESS" | "GET_ORDER_STATUS" | "LIST_JOBS" | "CREATE_APPLICANT" | "AUTH" | "CANCEL_ORDER" | "REQUEST_PAYMENT" | "GET_PAYMENT_STATUS" | "REFUND_PAYMENT" | "SET_ORDER_STATUS" | "LIST_ORDERS" | "FIND_ORDER" | "RESERVE_STOCK" | "RELEASE_STOCK" | "GET_RECEIPT";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErpTestRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ErpTestView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    connection_profiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShippedProfile"][];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_doubts: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Doubts"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decision"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_reconciliation: {
        parameters: {
            query?: {
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReconciliationReport"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["SseEmitter"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    password_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["InviteView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    password_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitePassword"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JobsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applicant_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ApplicantRetry"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_hidden: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HiddenJobsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["JobsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applicant_applicants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalJobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ApplicantsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalJobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobAssignment"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_attach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalJobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobPicture"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    job_setVisibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                externalJobId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobVisibility"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SessionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_signInToDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ProblemDetail"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conversationOrder_abandoned: {
        parameters: {
            query?: {
                idle?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CartList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKey_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["KeyList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKey_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedKey"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MadeKey"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apiKey_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attention_all: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AttentionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attention_one: {
        parameters: {
            query?: {
                /** @description <code>next</code> of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AttentionCategoryView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_audit: {
        parameters: {
            query?: {
                /** @description a name, or key: and the name of an API key */
                who?: string;
                /** @description such as user.change, or a method and a path */
                action?: string;
                subject?: string;
                from?: string;
                to?: string;
                /** @description the id of the last entry of the page before */
                before?: number;
                limit?: number;
                /** @description json or csv */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                    "text/csv": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_cartLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CartLinkView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cart_open: {
        parameters: {
            query?: {
                /** @description <code>next</code> of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OpenCartList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    catalogueCheck_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Report"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_catalogueLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogueLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatLink"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_chatLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatLink"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasure_erase: {
        parameters: {
            query?: {
                /** @description although an order is under way */
                force?: boolean;
            };
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Erased"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasure_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Record<string, never>;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatList_list: {
        parameters: {
            query?: {
                /** @description mine, unassigned (nobody has it, and a person is wanted), bot, human (a person answers), waiting or all */
                filter?: string;
                /** @description in names, at the end of phone numbers (three digits or more) and in the last words of chats */
                q?: string;
                /** @description true: only those with something new */
                unread?: boolean;
                /** @description <code>next</code> of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatPage"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatList_counts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Counts"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conversation_conversation: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ConversationView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignment_ofChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatDuties"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignment_assignChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssignee"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatDuties"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatFile_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatFile"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    thread_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
                wamid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeover_handBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HandBack"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Owner"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    message_ofConversation: {
        parameters: {
            query?: {
                /** @description the number after the dot of the last one of an earlier page */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Conversation"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staffMessage_answer: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SaidView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    conversationOrder_ofConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assistant_order: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PlacementView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentRequest_ask: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Done"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assistant_products: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SoldProducts"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assistant_quote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Quote"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatList_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recording_recording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Record<string, never>;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recording_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Result"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    thread_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["State"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatList_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ChatView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeover_takeOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TakeOver"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Owner"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendableTemplates_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SendableList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    thread_thread: {
        parameters: {
            query?: {
                /** @description <code>older</code> of a later page */
                before?: string;
                limit?: number;
            };
            header?: never;
            path: {
                contactId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Page"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cost_costs: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["CostView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadLetter_list: {
        parameters: {
            query?: {
                /** @description <code>next</code> of the page before */
                after?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LetterList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadLetter_again: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Letters"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LettersDone"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadLetter_discard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Letters"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LettersDone"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    desk_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DeskView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enabledProduct_enabled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Menu"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasure_erasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Erasures"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erpOrder_list: {
        parameters: {
            query?: {
                /** @description made or changed at this time or later; without it in the last 7 days */
                since?: string;
                /** @description in the ERP's words */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ErpOrders"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    event_take: {
        parameters: {
            query?: never;
            header?: {
                "webhook-id"?: string;
                "webhook-timestamp"?: string;
                "webhook-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReceivedEvent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Taken"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evidence_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Head"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evidence_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Verdict"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evidence_verifySeals: {
        parameters: {
            query?: {
                /** @description one that was {@link io.waybill.evidence.EvidenceController#head #head()} once, and was kept elsewhere */
                seal?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SealCheck"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedMessage_list: {
        parameters: {
            query?: {
                /** @description Meta's code, or none: those without one */
                reason?: string;
                from?: string;
                to?: string;
                /** @description <code>next</code> of the page before */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FailedList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedMessage_discard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Discard"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ResultList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedMessage_inOtherWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reworded"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ResultList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedMessage_reasons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReasonList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    failedMessage_retry: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ResultList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    feedback_all: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                /** @description json or csv; empty: what the client accepts */
                format?: string;
            };
            header?: {
                Accept?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                    "text/csv": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flowAid_contract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Operations"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flowAid_problems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Problems"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flowAid_sample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ShopNow"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_flows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["FlowsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_importFile: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Saved"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_lint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Linted"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulate_simulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SimulationView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulate_step: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["StepShown"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulate_test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Tested"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HistoryView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_compare: {
        parameters: {
            query?: {
                /** @description a hash, <code>published</code>, <code>draft</code> or <code>file</code>, as is <code>to</code> */
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Comparison"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_save: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "If-None-Match"?: string;
            };
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Saved"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_discard: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_publish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Request"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Published"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    flow_text: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                flow: string;
                /** @description a hash, <code>published</code>, <code>draft</code> or <code>file</code> */
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_rollBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Request"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Published"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flow: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Published"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HookList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook_make: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedHook"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HookWithSecret"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HookView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedHook"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HookView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hookDelivery_deliveries: {
        parameters: {
            query?: {
                /** @description waiting, delivered or failed */
                state?: string;
                /** @description the id of the last one of an earlier page */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DeliveryList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hookDelivery_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedReplay"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Replayed"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hook_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HookWithSecret"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hookDelivery_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Ping"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hours_lastDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["HourList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    image_images_1: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImageView"][];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    image_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImageView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    image_describe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageDescription"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ImageView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    image_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    availability_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Person"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    availability_say: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAvailability"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Person"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    newOrders_count: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["NewOrders"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    newOrders_seen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    password_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chatFile_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    staffMessage_write: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SaidView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    message_message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: number;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MessageView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    module_modules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Modules"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    module_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                module: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Switch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ModuleView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notice_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OpenNotices"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notice_dismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    numbers_report: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                by?: string;
                /** @description json or csv, whatever the client accepts; empty: what it accepts */
                format?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportView"];
                    "text/csv": components["schemas"]["ReportView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkout_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reference: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PlacementView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_list: {
        parameters: {
            query?: {
                status?: string;
                payment?: string;
                source?: string;
                /** @description a user's name; empty: nobody's */
                assignee?: string;
                contact?: number;
                flagged?: boolean;
                /** @description whether it was made on the website and nobody has opened the link to its chat since */
                unopened?: boolean;
                /** @description those made at that time or later */
                from?: string;
                /** @description and before that one */
                to?: string;
                /** @description a number, an id of the ERP, or a part of the customer's name */
                q?: string;
                /** @description the id of the last order of the page before */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Orders"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkout_order: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PlacementView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    order_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderDetail"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignment_ofOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderDuties"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignment_assignOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssignee"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderDuties"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderContents_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderContentsView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erpOrder_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ErpSays"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evidence_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderMoves_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderMoves"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderNotice_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderNoticeList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderNotice_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                /** @description that the order came to */
                status: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["OrderNoticeView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderReceipt_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReceiptList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderReceipt_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                receipt: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderReceipt_resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                receipt: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ReceiptList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_ofOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RefundList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRefund"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Refund"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_approve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Done"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_deny: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderAction_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description the caller's name for this wish: posted again with it, it is done once and answered with what became of it */
                "Idempotency-Key"?: string;
            };
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStatus"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Done"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentCallback_receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    availability_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["PeopleList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    link_qrCode: {
        parameters: {
            query: {
                link: string;
                /** @description pixels of one module */
                module?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queue_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["QueuesView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quickReply_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["QuickReplyList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quickReply_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuickReply"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["QuickReply"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quickReply_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuickReply"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["QuickReply"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quickReply_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptBranding_current: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BrandingView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptBranding_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Texts"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BrandingView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptBranding_logo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptBranding_changeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BrandingView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptBranding_removeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["BrandingView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiptBranding_preview: {
        parameters: {
            query?: {
                language?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refund_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RefundList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_list: {
        parameters: {
            query?: {
                state?: string;
                contact?: number;
                /** @description the id of the last service of the page before */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ServiceList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ServiceView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_askToRenew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Asked"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    service_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Closing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["ServiceView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditSettings_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuditSetting"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditSettings_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AuditSetting"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deskSettings_desk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DeskSetting"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deskSettings_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DeskSetting"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retention_retention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RetentionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retention_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RetentionView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retention_effect: {
        parameters: {
            query: {
                customerDays: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RetentionEffect"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retention_effectOnMessages: {
        parameters: {
            query: {
                messageDays: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MessageEffect"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    store_store: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["StoreView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    store_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["StoreView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    guide_guide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["GuideView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    guide_choose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModeChoice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["GuideView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateDraft_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["DraftList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateDraft_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TemplateDraftView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateDraft_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TemplateDraftView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateDraft_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TemplateDraftView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateDraft_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateDraft_submit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeenDraft"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapping_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MappingList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapping_variables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["VariableList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapping_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMapping"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Rendered"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapping_silence: {
        parameters: {
            query?: {
                /** @description that was seen; without it, whatever is there */
                version?: number;
            };
            header?: never;
            path: {
                event: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapping_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMapping"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Rendered"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapping_previewOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event: string;
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMapping"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Rendered"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TemplateList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_create: {
        parameters: {
            query?: {
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_lint: {
        parameters: {
            query?: {
                account?: string;
                edits?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Findings"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_sample: {
        parameters: {
            query: {
                /** @description IMAGE, VIDEO or DOCUMENT */
                format: string;
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SampleHandle"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_sync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TemplateList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_named: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["VersionList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_delete: {
        parameters: {
            query?: {
                language?: string;
                account?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_submit: {
        parameters: {
            query?: {
                account?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Submitted"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    template_edit: {
        parameters: {
            query?: {
                account?: string;
            };
            header?: never;
            path: {
                name: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    templateTest_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateTest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SaidView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    message_undelivered: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["MessageList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmatched_unmatched: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["Unmatched"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["InvitedUser"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRights"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_disable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_enable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["UserView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["LinkView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    user_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookRehearsal_aside: {
        parameters: {
            query?: {
                /** @description <code>id</code> of the last one of the page before */
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["AsideList"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookRehearsal_rehearse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rehearsed"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["RehearsalView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup_lastCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SetupView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["SetupView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup_lastTest: {
        parameters: {
            query?: {
                number?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TestView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setup_test: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": components["schemas"]["TestView"];
                };
            };
            /** @description Not done; "detail" says why, and what to do. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
