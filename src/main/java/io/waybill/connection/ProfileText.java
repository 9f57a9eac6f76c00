package io.waybill.connection;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a profile, changed where it must be and nowhere else: comments, order and what nobody here knows of stay as they were
 * written.
 */
record ProfileText(String text) {

    /** With nothing in it. */
    static final ProfileText EMPTY = new ProfileText("title: My ERP\noperations: {}\n");

    /** Puts {@code value}, a text, where {@code path} leads; what is missing on the way is added. */
    ProfileText with(String value, String... path) {
        return with(List.of(path), quoted(value));
    }

    /** Puts an operation that speaks our contract in the place of what stands there. */
    ProfileText withEndpoint(String operation, String method, String path) {
        return with(List.of("operations", operation), "{ method: %s, path: %s }".formatted(method, quoted(path)));
    }

    ProfileText withUnavailable(String operation) {
        return with(List.of("operations", operation), "unavailable");
    }

    /** Whether something stands where {@code path} leads. */
    boolean has(String... path) {
        Node node = root();
        for (String key : path) {
            Optional<Node> next = node instanceof MappingNode map ? value(map, key) : Optional.empty();
            if (next.isEmpty()) {
                return false;
            }
            node = next.get();
        }
        return true;
    }

    private ProfileText with(List<String> path, String flow) {
        if (!(root() instanceof MappingNode map)) {
            return this;
        }
        for (int depth = 0; depth < path.size(); depth++) {
            String key = path.get(depth);
            Optional<Node> found = value(map, key);
            if (found.isEmpty() || depth == path.size() - 1 || !(found.get() instanceof MappingNode inner)) {
                String value = nested(path.subList(depth + 1, path.size()), flow);
                return found.isPresent() ? replaced(found.get(), value) : added(map, key, value);
            }
            map = inner;
        }
        return this;
    }

    private static String nested(List<String> keys, String flow) {
        return keys.isEmpty()
                ? flow
                : "{ %s: %s }".formatted(keys.getFirst(), nested(keys.subList(1, keys.size()), flow));
    }

    private ProfileText replaced(Node node, String value) {
        return spliced(start(node), end(node), value);
    }

    private ProfileText added(MappingNode map, String key, String value) {
        if (map.getValue().isEmpty()) {
            String indent = " ".repeat(map.getStartMark().getColumn() == 0 ? 0 : 2);
            return spliced(start(map), end(map), "\n%s%s: %s".formatted(indent, key, value));
        }
        if (map.getFlowStyle() == FlowStyle.FLOW) {
            int last = end(map.getValue().getLast().getValueNode());
            return spliced(last, last, ", %s: %s".formatted(key, value));
        }
        int last = endOfLine(end(map.getValue().getLast().getValueNode()));
        int column = map.getValue().getFirst().getKeyNode().getStartMark().getColumn();
        return spliced(last, last, "\n%s%s: %s".formatted(" ".repeat(column), key, value));
    }

    private ProfileText spliced(int from, int to, String value) {
        return new ProfileText(text.substring(0, from) + value + text.substring(to));
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** An empty text has no root. */
    private Node root() {
        return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)))
                .orElseThrow(() -> new YAMLException("The profile is empty."));
    }

    private static Optional<Node> value(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    /** Marks count code points. */
    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    /** The mark of a block stands where the next thing begins; what is in it says where it ends. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() != FlowStyle.FLOW
                && !collection.getValue().isEmpty()) {
            return node instanceof MappingNode map
                    ? end(map.getValue().getLast().getValueNode())
                    : end(((SequenceNode) node).getValue().getLast());
        }
        int mark = text.offsetByCodePoints(0, node.getEndMark().getIndex());
        return node instanceof ScalarNode ? trimmed(mark) : mark;
    }

    private int trimmed(int end) {
        int at = end;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** JSON's way of quoting is one of YAML's. */
    private static String quoted(String value) {
        return TextNode.valueOf(value).toString();
    }
}
