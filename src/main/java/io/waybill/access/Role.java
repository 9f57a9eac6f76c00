package io.waybill.access;

import static io.waybill.access.Permission.CATALOG_EDIT;
import static io.waybill.access.Permission.CATALOG_READ;
import static io.waybill.access.Permission.CHATS_ANSWER;
import static io.waybill.access.Permission.CHATS_READ;
import static io.waybill.access.Permission.ERP_EDIT;
import static io.waybill.access.Permission.ERP_READ;
import static io.waybill.access.Permission.FLOWS_EDIT;
import static io.waybill.access.Permission.FLOWS_READ;
import static io.waybill.access.Permission.JOBS_EDIT;
import static io.waybill.access.Permission.JOBS_READ;
import static io.waybill.access.Permission.MONEY;
import static io.waybill.access.Permission.OPERATIONS_READ;
import static io.waybill.access.Permission.OPERATIONS_RUN;
import static io.waybill.access.Permission.ORDERS_FULFIL;
import static io.waybill.access.Permission.ORDERS_READ;
import static io.waybill.access.Permission.ORDERS_SELL;
import static io.waybill.access.Permission.PERSONAL_DATA;
import static io.waybill.access.Permission.REFUNDS_DECIDE;
import static io.waybill.access.Permission.SERVICES_READ;
import static io.waybill.access.Permission.SERVICES_RUN;
import static io.waybill.access.Permission.SETTINGS_READ;
import static io.waybill.access.Permission.TEMPLATES_EDIT;
import static io.waybill.access.Permission.TEMPLATES_READ;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A job that somebody has, and what they may do for it. Somebody with several may do all of what these may. */
public enum Role {
    ADMIN("Administrator", "May do everything, and says who else may do what.", Permission.values()),
    INTEGRATOR(
            "Integrator",
            "Connects the ERP, WhatsApp and other programs, and sees to what is stuck.",
            ERP_READ,
            ERP_EDIT,
            OPERATIONS_READ,
            OPERATIONS_RUN,
            FLOWS_READ,
            FLOWS_EDIT,
            TEMPLATES_READ,
            CATALOG_READ,
            JOBS_READ,
            SETTINGS_READ),
    DESIGNER(
            "Flow designer",
            "Makes flows and message templates.",
            FLOWS_READ,
            FLOWS_EDIT,
            TEMPLATES_READ,
            TEMPLATES_EDIT,
            CATALOG_READ,
            JOBS_READ),
    SALES(
            "Sales",
            "Answers chats, sells, sees to orders, and runs the paid services of its chats.",
            CHATS_READ,
            CHATS_ANSWER,
            ORDERS_READ,
            ORDERS_FULFIL,
            ORDERS_SELL,
            SERVICES_READ,
            SERVICES_RUN,
            CATALOG_READ,
            CATALOG_EDIT,
            TEMPLATES_READ,
            OPERATIONS_READ,
            MONEY,
            PERSONAL_DATA),
    HR("Human resources", "Sees to job positions and applicants.", JOBS_READ, JOBS_EDIT, PERSONAL_DATA),
    VIEWER(
            "Viewer",
            "Sees chats, orders and what is set up for customers; changes nothing.",
            CHATS_READ,
            ORDERS_READ,
            SERVICES_READ,
            CATALOG_READ,
            JOBS_READ,
            FLOWS_READ,
            TEMPLATES_READ,
            OPERATIONS_READ),
    CATALOG(
            "Catalog manager",
            "Says what of the catalog customers see, and what delivery costs.",
            CATALOG_READ,
            CATALOG_EDIT),
    FULFILMENT(
            "Fulfilment staff",
            "Moves orders on: prepared, shipped, delivered, cancelled.",
            ORDERS_READ,
            ORDERS_FULFIL,
            PERSONAL_DATA),
    SERVICE(
            "Service provider",
            "Runs paid services: sees how much time is left, asks to renew, closes them.",
            SERVICES_READ,
            SERVICES_RUN),
    REFUNDS(
            "Refund approver",
            "Decides about money that others ask back for customers.",
            ORDERS_READ,
            REFUNDS_DECIDE,
            MONEY);

    private final String title;
    private final String job;
    private final Set<Permission> permissions;

    Role(String title, String job, Permission... permissions) {
        this.title = title;
        this.job = job;
        this.permissions = Collections.unmodifiableSet(EnumSet.copyOf(List.of(permissions)));
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** One sentence for people. */
    public String job() {
        return job;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    static Optional<Role> of(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
