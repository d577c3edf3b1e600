package dev.plumbline.benchmarks;

import dev.plumbline.time.WorkCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Episodes of real logs by pod: how long work items of a bank waited until somebody picked them up
 * (BPI Challenge 2012), how long incidents stayed with a team (2013), until they were resolved by
 * service (2014), and how long changes waited from author to repository. Pods with 400 episodes at
 * least. Their calendars are not known; times are counted on a clock that runs always, or from
 * Monday to Friday between 7 and 19 o'clock where most of them are.
 */
final class RealLogs {

    private static final int LEAST = 400;
    private static final Pattern TIMES =
            Pattern.compile("\"author_time\": ?(\\d+).*?\"commit_time\": ?(\\d+)");

    private static final WorkCalendar WORK =
            new WorkCalendar(
                    ZoneId.of("Europe/Amsterdam"),
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(7, 0),
                    LocalTime.of(19, 0),
                    Set.of());

    private final Path data;
    private final boolean workingTime;
    private final Map<String, List<RealEpisode>> pods = new TreeMap<>();

    private RealLogs(Path data, boolean workingTime) {
        this.data = data;
        this.workingTime = workingTime;
    }

    static boolean areIn(Path data) {
        return Files.isDirectory(data.resolve("bpic2012-loan"));
    }

    /** By pod, in the order of completion. */
    static Map<String, List<RealEpisode>> read(Path data, boolean workingTime) throws IOException {
        RealLogs logs = new RealLogs(data, workingTime);
        logs.xes("bpic2012-loan/bpic2012.xes.gz", logs::waits);
        logs.xes("bpic2013-volvo/BPI_Challenge_2013_incidents.xes.gz", logs::stays);
        logs.incidents("bpic2014-rabobank/BPIC14_incident_case_attributes.csv.gz");
        logs.commits("git-histories/apache__calcite.ndjson.gz", "calcite");
        logs.commits("git-histories/apache__impala.ndjson.gz", "impala");
        logs.pods.values().removeIf(episodes -> episodes.size() < LEAST);
        logs.pods
                .values()
                .forEach(episodes -> episodes.sort(Comparator.comparingDouble(RealEpisode::end)));
        return logs.pods;
    }

    private interface Case {
        void of(List<Map<String, String>> events);
    }

    private void add(String pod, double start, double end) {
        pods.computeIfAbsent(pod, name -> new ArrayList<>())
                .add(new RealEpisode(clock(start), clock(end)));
    }

    private double clock(double seconds) {
        return workingTime ? WORK.workingMillis(0, (long) (seconds * 1e3)) / 1e3 : seconds;
    }

    private static double time(Map<String, String> event) {
        return OffsetDateTime.parse(event.get("time:timestamp")).toInstant().toEpochMilli() / 1e3;
    }

    private void waits(List<Map<String, String>> events) {
        Map<String, Double> queued = new HashMap<>();
        for (Map<String, String> event : events) {
            String name = event.getOrDefault("concept:name", "");
            String step = event.getOrDefault("lifecycle:transition", "");
            if (name.startsWith("W_") && "SCHEDULE".equals(step)) {
                queued.put(name, time(event));
            } else if ("START".equals(step) && queued.containsKey(name)) {
                add("2012 " + name, queued.remove(name), time(event));
            }
        }
    }

    private void stays(List<Map<String, String>> events) {
        Map<String, String> first = events.get(0);
        for (Map<String, String> event : events) {
            if (!event.get("org:group").equals(first.get("org:group"))) {
                add("2013 " + first.get("org:group"), time(first), time(event));
                first = event;
            }
        }
        add("2013 " + first.get("org:group"), time(first), time(events.get(events.size() - 1)));
    }

    private void xes(String file, Case told) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(data.resolve(file)))) {
            XMLStreamReader reader = factory.createXMLStreamReader(stream);
            List<Map<String, String>> events = new ArrayList<>();
            Map<String, String> event = new HashMap<>();
            while (reader.hasNext()) {
                int kind = reader.next();
                if (kind == XMLStreamReader.START_ELEMENT) {
                    String name = reader.getLocalName();
                    if ("trace".equals(name)) {
                        events = new ArrayList<>();
                    } else if ("event".equals(name)) {
                        event = new HashMap<>();
                        events.add(event);
                    } else if (reader.getAttributeValue(null, "value") != null) {
                        event.put(
                                reader.getAttributeValue(null, "key"),
                                reader.getAttributeValue(null, "value"));
                    }
                } else if (kind == XMLStreamReader.END_ELEMENT
                        && "trace".equals(reader.getLocalName())
                        && !events.isEmpty()) {
                    told.of(events);
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(file + " is no XES log: " + broken.getMessage(), broken);
        }
    }

    private List<String> lines(String file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(data.resolve(file))),
                                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private void incidents(String file) throws IOException {
        List<String> lines = lines(file);
        List<String> columns = List.of(lines.get(0).replace("\"", "").split(",", -1));
        int service = columns.indexOf("service_component_wbs_aff");
        int opened = columns.indexOf("open_time");
        int resolved = columns.indexOf("resolved_time");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"", "").split(",", -1);
            if (cells.length == columns.size() && !cells[resolved].isEmpty()) {
                add(
                        "2014 " + cells[service],
                        Double.parseDouble(cells[opened]),
                        Double.parseDouble(cells[resolved]));
            }
        }
    }

    private void commits(String file, String project) throws IOException {
        for (String line : lines(file)) {
            Matcher times = TIMES.matcher(line);
            if (times.find()) {
                double written = Double.parseDouble(times.group(1));
                add(project, written, Math.max(written, Double.parseDouble(times.group(2))));
            }
        }
    }
}
