package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The items that speak loudest for a change since it seems to have begun.
 *
 * @param items five at most, loudest first
 */
public record TopItems(List<ScoredItem> items) {

    static final TopItems NONE = new TopItems(List.of());

    private static final int MOST = 5;

    /**
     * One item and how loud it is.
     *
     * @param score standard deviations beyond the usual
     */
    public record ScoredItem(String item, double score) {}

    TopItems with(String item, double score) {
        boolean tooQuiet =
                score <= 0 || (items.size() == MOST && score <= items.get(MOST - 1).score());
        if (tooQuiet) {
            return this;
        }
        List<ScoredItem> next = new ArrayList<>(items);
        next.removeIf(known -> known.item().equals(item));
        next.add(new ScoredItem(item, score));
        next.sort(
                Comparator.comparingDouble(ScoredItem::score)
                        .reversed()
                        .thenComparing(ScoredItem::item));
        return new TopItems(next.size() > MOST ? new ArrayList<>(next.subList(0, MOST)) : next);
    }

    List<String> ids() {
        return items.stream().map(ScoredItem::item).toList();
    }
}
