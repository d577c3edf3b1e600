package dev.plumbline.benchmarks;

/**
 * How big a generated organisation is.
 *
 * @param events all events, at least two per item
 * @param items work items and changes
 * @param pods each with three people and an agent
 */
public record OrganisationSize(long events, int items, int pods) {
    /** The size of the published figures. */
    public static final OrganisationSize LARGE = new OrganisationSize(5_000_000, 200_000, 1_000);

    public OrganisationSize {
        if (items < 2 || items % 2 != 0 || pods < 1 || events < 4L * items) {
            throw new IllegalArgumentException(
                    "an organisation needs pods, an even number of items and four events per item: "
                            + "events=%d items=%d pods=%d".formatted(events, items, pods));
        }
    }

    /** How many events an item has on average, rounded down. */
    int eventsPerItem() {
        return Math.toIntExact(events / items);
    }
}
