package dev.plumbline.tools.xes;

import dev.plumbline.tools.EventSink;
import dev.plumbline.tools.json.FileBytes;
import dev.plumbline.tools.json.Quote;
import dev.plumbline.tools.json.RejectedLine;
import dev.plumbline.tools.json.Rejection;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XES log (IEEE 1849), plain or gzip, as a stream and holds one trace at a time. Document
 * types and external entities are switched off: a log may come from anywhere.
 */
public final class XesConverter {
    private final XesOptions options;
    private final EventSink out;
    private final String origin;
    private final TraceEvents traces;
    private final Map<String, Integer> names = new HashMap<>();
    private long eventsRead;

    private XesConverter(XesOptions options, String origin, EventSink out) {
        this.options = options;
        this.origin = origin;
        this.out = out;
        this.traces = new TraceEvents(options, out);
    }

    /**
     * Converts a whole log. What breaks off gives the traces before it and one rejection more.
     *
     * @param origin names the log in rejections; their position is the line in the XML, or the
     *     number of the event in the log where an event lacks something
     */
    public static void convert(InputStream in, String origin, XesOptions options, EventSink out) {
        new XesConverter(options, origin, out).run(in);
    }

    private void run(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(XmlText.of(FileBytes.unpacked(in)));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "trace" -> trace(xml);
                    case "log" -> {}
                    default -> XesElements.skip(xml);
                }
            }
        } catch (XMLStreamException broken) {
            long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            boolean truncated = broken.getNestedException() instanceof EOFException;
            reject(line, (truncated ? "truncated_gzip: " : "not_xml: ") + said(broken));
        } catch (EOFException broken) {
            reject(0, "truncated_gzip: " + said(broken));
        } catch (IOException broken) {
            reject(0, "not_xml: " + said(broken));
        }
    }

    private void trace(XMLStreamReader xml) throws XMLStreamException {
        String name = null;
        List<LogEvent> events = new ArrayList<>();
        try {
            name = read(xml, events);
        } finally {
            events.sort(Comparator.comparing(LogEvent::at));
            traces.write(item(name), events);
        }
    }

    private String read(XMLStreamReader xml, List<LogEvent> events) throws XMLStreamException {
        String name = null;
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            if ("event".equals(xml.getLocalName())) {
                event(xml, events);
            } else {
                boolean isName = "concept:name".equals(XesElements.key(xml));
                name = isName ? XesElements.value(xml) : name;
                XesElements.skip(xml);
            }
        }
        return name;
    }

    private void event(XMLStreamReader xml, List<LogEvent> events) throws XMLStreamException {
        eventsRead++;
        Map<String, String> attributes = XesElements.attributes(xml);
        try {
            events.add(XesElements.event(attributes));
        } catch (RejectedLine why) {
            out.rejected(
                    Rejection.of(
                            origin, eventsRead, why, attributes.toString(), attributes.size()));
        }
    }

    /** Traces without a name are numbered, and a name that comes twice gets a number too. */
    private String item(String name) {
        String base = options.name() + ":" + (name == null ? "trace" : name);
        int times = names.merge(base, 1, Integer::sum);
        return times == 1 && name != null ? base : base + "#" + times;
    }

    private void reject(long line, String reason) {
        out.rejected(Rejection.of(origin, line, new RejectedLine(reason), "", 0));
    }

    private static String said(Exception broken) {
        String message = String.valueOf(broken.getMessage());
        return Quote.sentence(message.replaceAll("\\s+", " "));
    }
}
