package dev.plumbline.tools.git;

import dev.plumbline.tools.json.Quote;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A git process on a local clone that reads and never writes: no optional locks, no fetching of
 * missing objects, no pager, and none of the clone's own settings that would start a program.
 */
final class GitLog implements AutoCloseable {
    private final Path clone;
    private final Path complaints;
    private final Process process;

    private GitLog(Path clone, Path complaints, Process process) {
        this.clone = clone;
        this.complaints = complaints;
        this.process = process;
    }

    static GitLog start(Path clone, String... arguments) {
        if (!Files.isDirectory(clone)) {
            throw new UnreadableFile(clone + ": no such directory, expected a git clone", null);
        }
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        for (String setting :
                List.of(
                        "safe.directory=*",
                        "core.fsmonitor=false",
                        "core.hooksPath=/dev/null",
                        "log.showSignature=false",
                        "log.mailmap=false",
                        "i18n.logOutputEncoding=UTF-8")) {
            command.add("-c");
            command.add(setting);
        }
        command.addAll(List.of(arguments));
        try {
            Path complaints = Files.createTempFile("plumbline-git", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(clone.toFile());
            builder.redirectError(complaints.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("GIT_"));
            environment.put("GIT_OPTIONAL_LOCKS", "0");
            environment.put("GIT_NO_LAZY_FETCH", "1");
            environment.put("GIT_TERMINAL_PROMPT", "0");
            environment.put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            return new GitLog(clone, complaints, process);
        } catch (IOException failed) {
            throw new UnreadableFile(
                    "git cannot be started: is it installed and on the PATH?", failed);
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    /**
     * Waits for the end.
     *
     * @throws UnreadableFile with what git said, where it failed
     */
    void finish() {
        try {
            if (process.waitFor() == 0) {
                return;
            }
            List<String> said = Files.readAllLines(complaints, StandardCharsets.UTF_8);
            String reason = said.isEmpty() ? "it gave no reason" : said.get(0);
            throw new UnreadableFile(
                    clone + ": git cannot read it: " + Quote.sentence(reason), null);
        } catch (IOException unreadable) {
            throw new UnreadableFile(clone + ": git cannot read it", unreadable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UnreadableFile(clone + ": reading was interrupted", stop);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            Files.deleteIfExists(complaints);
        } catch (IOException left) {
            complaints.toFile().deleteOnExit();
        }
    }
}
