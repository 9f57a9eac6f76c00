package io.waybill.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shelves of the demo shop: what a Kenyan neighbourhood shop delivers. */
final class DemoCatalogue {

    private final List<DemoProduct> products = new ArrayList<>();

    DemoCatalogue() {
        add("Gas cylinder 6 kg refill", "Any brand exchanged at your door", "1250.00");
        add("Gas cylinder 13 kg refill", "Any brand exchanged at your door", "2750.00");
        add("Gas cylinder 6 kg new", "Cylinder, burner and grill, filled", "4200.00");
        add("Gas cylinder 22.5 kg new", "Price on request", null);
        add("Gas regulator", "Fits 6 kg and 13 kg cylinders", "650.00");
        add("Gas hose 2 m", "With two clamps", "380.00");
        products.add(new DemoProduct(
                "P107",
                "Tea leaves 500 g",
                "From Kericho; 10% off from 10 packets",
                new BigDecimal("285.00"),
                10,
                true,
                List.of()));
        add("Tea bags, box of 100", "Black tea", "310.00");
        add("Ground coffee 250 g", "Medium roast, from Nyeri", "540.00");
        add("Drinking chocolate 450 g", "Tin", "495.00");
        add("Sugar 1 kg", "White", "165.00");
        add("Sugar 2 kg", "White", "322.50");
        add("Maize flour 2 kg", "Sifted, grade 1", "189.00");
        add("Wheat flour 2 kg", "All-purpose", "205.00");
        add("Chapati flour 2 kg", "With atta", "219.00");
        add("Pishori rice 2 kg", "From Mwea", "460.00");
        add("Pishori rice 5 kg", "From Mwea", "1099.00");
        add("Green grams 1 kg", "Ndengu, cleaned", "210.00");
        add("Red beans 1 kg", "Nyayo", "198.00");
        add("Githeri mix 1 kg", "Maize and beans, dry", "175.50");
        add("Cooking oil 1 l", "Vegetable oil", "335.00");
        add("Cooking oil 3 l", "Vegetable oil", "945.00");
        add("Cooking fat 1 kg", "Tub", "365.00");
        add("Salt 1 kg", "Iodised", "42.50");
        add("Pilau masala 100 g", "Ground", "120.00");
        add("Curry powder 100 g", "Mild", "95.00");
        add("Tomato paste 400 g", "Tin", "185.00");
        add("Long-life milk 500 ml", "Whole milk", "62.00");
        add("Long-life milk, 12 x 500 ml", "Carton", "715.00");
        add("Powder milk 400 g", "Tin", "620.00");
        add("Honey 500 g", "From Baringo", "590.00");
        add("Peanut butter 400 g", "Crunchy", "345.00");
        add("Bread 400 g", "White, sliced, baked today", "65.00");
        add("Eggs, tray of 30", "From Kiambu", "480.00");
        add("Drinking water 18.9 l refill", "Bottle exchanged at your door", "350.00");
        add("Drinking water 18.9 l new", "Bottle included; price on request", null);
        add("Bar soap 800 g", "Multipurpose", "172.00");
        add("Washing powder 1 kg", "Hand wash", "298.00");
        add("Toilet paper, 10 rolls", "2 ply", "399.99");
        products.add(new DemoProduct(
                "P140", "Charcoal briquettes 5 kg", "No longer sold", new BigDecimal("450.00"), 0, false, List.of()));
        products.add(new DemoProduct(
                "P141",
                "Leso cloth",
                "Two pieces, cotton",
                new BigDecimal("650.00"),
                0,
                true,
                List.of(
                        new DemoProduct.Option("Size", List.of("Standard", "Large")),
                        new DemoProduct.Option("Colour", List.of("Red", "Blue", "Green", "Yellow")))));
        products.add(new DemoProduct(
                "P142",
                "Consultation",
                "About gas and kitchen safety, here in the chat",
                new BigDecimal("200.00"),
                0,
                true,
                List.of(),
                60));
        products.add(new DemoProduct(
                "P143",
                "Quick question",
                "Two minutes, to see paid time run out",
                new BigDecimal("20.00"),
                0,
                true,
                List.of(),
                2));
    }

    List<DemoProduct> all() {
        return List.copyOf(products);
    }

    Optional<DemoProduct> find(String id) {
        return products.stream().filter(product -> product.id().equals(id)).findFirst();
    }

    private void add(String name, String description, @Nullable String price) {
        String id = "P%d".formatted(101 + products.size());
        products.add(new DemoProduct(
                id, name, description, price == null ? null : new BigDecimal(price), 0, true, List.of()));
    }
}
