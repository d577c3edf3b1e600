package dev.plumbline.standalone.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses root, so root starts it in a user namespace, where
 * root is nobody in particular, or else as the unprivileged user 65534.
 *
 * @param prefix what stands before the program on the command line
 * @param fileOwner user id that must own the data directory; {@link #UNCHANGED} leaves it alone
 */
record ServerUser(List<String> prefix, int fileOwner) {

    static final int UNCHANGED = -1;

    /** Says what is in the way of a server: its programs in $0, its data in $1, a user's name. */
    private static final String PROBE =
            """
            test -x "$0/bin/postgres" || { echo "cannot reach $0"; exit 1; }
            test -w "$1" || { echo "cannot write $1"; exit 1; }
            id -un >/dev/null 2>&1
            test $? -ne 1 || { echo "the user has no name in /etc/passwd"; exit 1; }
            """;

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    static final ServerUser SAME = new ServerUser(List.of(), UNCHANGED);
    static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "-U"), ROOT);

    /**
     * A user whom the system knows by number only, as in many containers: nobody in a namespace.
     */
    static final ServerUser UNNAMED = new ServerUser(List.of("unshare", "-U"), UNCHANGED);

    static final ServerUser UNPRIVILEGED =
            new ServerUser(
                    List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                    NOBODY);

    /** The users to try, best first, for the one who runs this process. */
    static List<ServerUser> candidates() {
        return isRoot() ? List.of(NAMESPACE, UNPRIVILEGED) : List.of(SAME, UNNAMED);
    }

    /**
     * Whether a server of this user can run the programs and write the data directory.
     *
     * @return null when it can, else the reason why not
     */
    String obstacle(Path programs, Path data) {
        if (fileOwner != UNCHANGED) {
            FileTree.giveTo(data, fileOwner);
        }
        List<String> command = command("sh", "-c", PROBE, programs.toString(), data.toString());
        try {
            Process probe = new ProcessBuilder(command).redirectErrorStream(true).start();
            probe.getOutputStream().close();
            String output =
                    new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            return probe.waitFor() == 0 ? null : name() + ": " + firstLine(output);
        } catch (IOException e) {
            return name() + ": " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return name() + ": interrupted";
        }
    }

    /** The command line of a program run as this user. */
    List<String> command(String... program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        return command;
    }

    private String name() {
        return prefix.isEmpty() ? "directly" : prefix.get(0);
    }

    private static String firstLine(String output) {
        return output.lines().findFirst().orElse("no reason given");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
