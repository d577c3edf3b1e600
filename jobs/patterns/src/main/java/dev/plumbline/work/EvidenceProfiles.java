package dev.plumbline.work;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which evidence is to be expected, by work type and by container. Immutable.
 *
 * <p>{@code none} is stronger than everything else, of either; then the work type's kinds, then the
 * container's, then any kind. Upper and lower case of work types do not differ.
 */
public final class EvidenceProfiles implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Nothing is said: any kind of evidence for everything. */
    public static final EvidenceProfiles UNSTATED = new EvidenceProfiles(Map.of(), Map.of());

    private final HashMap<String, EvidenceProfile> byWorkType = new HashMap<>();
    private final HashMap<String, EvidenceProfile> byContainer;

    public EvidenceProfiles(
            Map<String, EvidenceProfile> workTypes, Map<String, EvidenceProfile> containers) {
        workTypes.forEach((type, profile) -> byWorkType.put(plain(type), profile));
        byContainer = new HashMap<>(containers);
    }

    /** The profile of an item; each argument may be null. */
    public EvidenceProfile of(String workType, String container) {
        EvidenceProfile ofType = workType == null ? null : byWorkType.get(plain(workType));
        EvidenceProfile ofContainer = byContainer.get(container);
        if (isNone(ofType) || isNone(ofContainer)) {
            return EvidenceProfile.NONE;
        }
        if (ofType != null) {
            return ofType;
        }
        return ofContainer != null ? ofContainer : EvidenceProfile.ANY;
    }

    /**
     * Whether an evidence source of that container is known to be connected, so that its absence
     * counts from the start; where nothing is said it has to be seen first.
     */
    public boolean isConnected(String container) {
        EvidenceProfile stated = byContainer.get(container);
        return stated != null && stated.judged();
    }

    private static boolean isNone(EvidenceProfile profile) {
        return profile != null && !profile.judged();
    }

    private static String plain(String workType) {
        return workType.strip().toLowerCase(Locale.ROOT);
    }
}
