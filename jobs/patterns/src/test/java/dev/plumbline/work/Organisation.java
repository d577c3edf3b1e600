package dev.plumbline.work;

import dev.plumbline.directory.AccountRule;
import dev.plumbline.directory.Directory;
import dev.plumbline.directory.DirectoryEntries;
import dev.plumbline.directory.Identity;
import dev.plumbline.directory.Member;
import dev.plumbline.directory.Pod;
import dev.plumbline.directory.PodRule;
import dev.plumbline.time.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Dora goes from pod "morning" (09:00 to 13:00) to pod "evening" (13:00 to 21:00) on that day.
     */
    public static Directory whereDoraMovesOn(String day) {
        LocalDate first = LocalDate.ofInstant(Happening.at(day), ZoneOffset.UTC);
        Member before = new Member("dora", null, first.minusDays(1));
        Member after = new Member("dora", first, null);
        return Directory.of(
                new DirectoryEntries(
                        "acme",
                        WorkCalendar.standard(ZoneOffset.UTC),
                        PodRule.LISTED,
                        List.of(shift("morning", before, 9, 13), shift("evening", after, 13, 21)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    private static Pod shift(String name, Member member, int fromHour, int toHour) {
        WorkCalendar hours =
                new WorkCalendar(
                        ZoneOffset.UTC,
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(fromHour, 0),
                        LocalTime.of(toHour, 0),
                        Set.of());
        return new Pod(name, List.of(member), List.of(), List.of(), hours);
    }

    private static Member member(String account) {
        return new Member(account, null, null);
    }
}
