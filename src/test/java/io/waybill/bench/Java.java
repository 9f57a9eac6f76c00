package io.waybill.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines of Java processes. */
final class Java {
    private Java() {}

    static String current() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A class of our own class path. */
    static List<String> command(String java, List<String> flags, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Absolute, because the process starts in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
