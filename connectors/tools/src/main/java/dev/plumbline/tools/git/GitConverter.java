package dev.plumbline.tools.git;

import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.json.EventTime;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import dev.plumbline.tools.json.UnreadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the history of a local clone, all commits reachable from HEAD, oldest first. */
public final class GitConverter {
    private static final String FORMAT =
            "--format=tformat:%H%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B";
    private static final Pattern FORGE =
            Pattern.compile("(github|gitlab|bitbucket)\\.[a-z]+[:/](.+?)(?:\\.git)?/?$");

    private GitConverter() {}

    /**
     * Converts the whole history of a clone and leaves nothing behind in it.
     *
     * @throws UnreadableFile where it is no clone or git is not installed; the message is one line
     */
    public static void convert(Path clone, EventSink out) {
        convert(clone, historyOf(clone), out);
    }

    /** As above, with names given by the caller. */
    public static void convert(Path clone, History history, EventSink out) {
        CommitEvents events = new CommitEvents(history, out);
        long position = 0;
        try (GitLog log = GitLog.start(clone, "log", "-z", "--reverse", FORMAT, "HEAD", "--")) {
            NulFields fields = new NulFields(log.output());
            for (String sha = fields.next(); sha != null; sha = fields.next()) {
                position++;
                RawCommit raw = RawCommit.read(sha, fields);
                try {
                    events.write(raw.commit());
                } catch (RejectedLine why) {
                    out.rejected(Rejection.of(clone.toString(), position, why, sha, sha.length()));
                }
            }
            log.finish();
        } catch (IOException broken) {
            throw new UnreadableFile(clone + ": git's answer broke off", broken);
        }
    }

    /** Repository and forge by the clone's remote, else by the name of its directory. */
    static History historyOf(Path clone) {
        Path directory = clone.toAbsolutePath().normalize().getFileName();
        History local = History.of(directory == null ? "repository" : directory.toString());
        try (GitLog log = GitLog.start(clone, "config", "--get", "remote.origin.url")) {
            byte[] answer = log.output().readNBytes(4_096);
            Matcher found = FORGE.matcher(new String(answer, StandardCharsets.UTF_8).strip());
            return found.find() ? new History(found.group(2), found.group(1), "jira") : local;
        } catch (IOException silent) {
            return local;
        }
    }

    /** The nine fields of {@link #FORMAT}. */
    private record RawCommit(
            String sha,
            String parents,
            Person author,
            String authoredAt,
            Person committer,
            String committedAt,
            String message) {

        static RawCommit read(String sha, NulFields in) throws IOException {
            String parents = in.next();
            Person author = person(in.next(), in.next());
            String authoredAt = in.next();
            Person committer = person(in.next(), in.next());
            return new RawCommit(sha, parents, author, authoredAt, committer, in.next(), in.next());
        }

        private static Person person(String name, String email) throws IOException {
            if (name == null || email == null) {
                throw new IOException("git ended in the middle of a commit");
            }
            return new Person(name, email.isBlank() ? null : email.toLowerCase(Locale.ROOT));
        }

        Commit commit() throws RejectedLine {
            CommitMessage said = new CommitMessage(message == null ? "" : message);
            return new Commit(
                    sha,
                    author,
                    EventTime.ofEpochSeconds("author time", authoredAt),
                    committer,
                    EventTime.ofEpochSeconds("commit time", committedAt),
                    said.changeId(),
                    said.pullRequest(),
                    said.ticketKeys(),
                    said.trailers(),
                    said.reverts(),
                    parents.indexOf(' ') > 0);
        }
    }
}
