package io.waybill.demo;

import java.util.List;

/** A position in the demo shop. */
record DemoJob(String id, String name, String department, boolean active) {

    /** More than one message of WhatsApp can list. */
    static final List<DemoJob> ALL = List.of(
            new DemoJob("J101", "Delivery rider", "Logistics", true),
            new DemoJob("J102", "Van driver", "Logistics", true),
            new DemoJob("J103", "Warehouse assistant", "Logistics", true),
            new DemoJob("J104", "Gas fitter", "Field service", true),
            new DemoJob("J105", "Shop assistant", "Sales", true),
            new DemoJob("J106", "Cashier", "Sales", true),
            new DemoJob("J107", "Branch manager, Kasarani", "Sales", true),
            new DemoJob("J108", "Customer care agent", "Customer care", true),
            new DemoJob("J109", "Night guard", "Security", false),
            new DemoJob("J110", "Stock controller", "Purchasing", true),
            new DemoJob("J111", "Accountant", "Finance", true),
            new DemoJob("J112", "Social media assistant", "Marketing", true),
            new DemoJob("J113", "Cleaner", "Facilities", true));
}
