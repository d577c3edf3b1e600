package dev.plumbline.work;

import dev.plumbline.directory.AccountRule;
import dev.plumbline.directory.Directory;
import dev.plumbline.directory.DirectoryEntries;
import dev.plumbline.directory.Identity;
import dev.plumbline.directory.Member;
import dev.plumbline.directory.Pod;
import dev.plumbline.directory.PodRule;
import dev.plumbline.time.WorkCalendar;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The organisation of tests: Monday to Friday 09:00 to 17:00 UTC. Pod "red" has ana, ben, robot,
 * the group "queue" and the project "RED"; pod "blue" has cara and the group "desk".
 */
public final class Organisation {

    public static final Directory ACME = in(ZoneOffset.UTC);

    private Organisation() {}

    /** The same organisation living in another zone. */
    public static Directory in(ZoneId zone) {
        Pod red =
                new Pod(
                        "red",
                        List.of(member("ana"), member("ben"), member("robot")),
                        List.of("RED"),
                        List.of("queue"),
                        null);
        Pod blue = new Pod("blue", List.of(member("cara")), List.of(), List.of("desk"), null);
        return Directory.of(
                new DirectoryEntries(
                        "acme",
                        WorkCalendar.standard(zone),
                        PodRule.LISTED,
                        List.of(red, blue),
                        List.of(new Identity("ana", List.of("ana", "git:ana"))),
                        List.of(AccountRule.account("robot")),
                        List.of(AccountRule.account("pipeline")),
                        Map.of()));
    }

    private static Member member(String account) {
        return new Member(account, null, null);
    }
}
