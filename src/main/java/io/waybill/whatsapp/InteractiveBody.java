package io.waybill.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message with something to tap, on the wire. */
record InteractiveBody(
        String type,
        @Nullable Header header,
        @Nullable Words body,
        @Nullable Words footer,
        Action action) implements WireBody {

    @Override
    public String kind() {
        return "interactive";
    }

    record Words(String text) {}

    record Header(
            String type,
            @Nullable String text,
            @Nullable MediaBody image,
            @Nullable MediaBody video,
            @Nullable MediaBody document) {

        static Header of(String text) {
            return new Header("text", text, null, null, null);
        }

        static Header of(MediaBody file) {
            return new Header(file.kind(), null, file.only("image"), file.only("video"), file.only("document"));
        }
    }

    /** What a tap does. */
    sealed interface Action {}

    record Buttons(List<Button> buttons) implements Action {}

    record Button(String type, Option reply) {}

    record Option(String id, String title) {}

    record Rows(String button, List<Section> sections) implements Action {}

    record Section(String title, List<Row> rows) {}

    record Row(String id, String title, @Nullable String description) {}

    record Product(String catalogId, String productRetailerId) implements Action {}

    record Products(String catalogId, List<Shelf> sections) implements Action {}

    record Shelf(String title, List<Item> productItems) {}

    record Item(String productRetailerId) {}

    /** An action that Meta knows by its name. */
    record Named(String name, @Nullable Parameters parameters) implements Action {}

    sealed interface Parameters {}

    record Page(String displayText, String url) implements Parameters {}

    record Thumbnail(String thumbnailProductRetailerId) implements Parameters {}

    record Form(
            String flowMessageVersion,
            String flowId,
            String flowCta,
            String flowToken,
            @Nullable String flowAction,
            @Nullable Screen flowActionPayload)
            implements Parameters {}

    record Screen(String screen) {}
}
