package dev.plumbline.standalone.command;

import dev.plumbline.standalone.Plumbline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, as the start script runs it. */
final class PlumblineProcess {
    private PlumblineProcess() {}

    /** The process of these arguments, not started yet. */
    static ProcessBuilder of(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        for (String opened : List.of("util", "lang", "time")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.plumbline.schema");
        command.add("-cp");
        String classes = System.getProperty("java.class.path");
        command.add(System.getProperty("surefire.test.class.path", classes));
        command.add(Plumbline.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
