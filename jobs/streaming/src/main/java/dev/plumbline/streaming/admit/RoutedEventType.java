package dev.plumbline.streaming.admit;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Events between operators, in the form of {@link RoutedEventSerializer}. */
public final class RoutedEventType extends TypeInformation<RoutedEvent> {

    /** The only one. */
    public static final RoutedEventType INSTANCE = new RoutedEventType();

    private static final long serialVersionUID = 1L;

    private RoutedEventType() {}

    @Override
    public TypeSerializer<RoutedEvent> createSerializer(SerializerConfig config) {
        return new RoutedEventSerializer();
    }

    @Override
    public Class<RoutedEvent> getTypeClass() {
        return RoutedEvent.class;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof RoutedEventType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutedEventType;
    }

    @Override
    public int hashCode() {
        return RoutedEventType.class.hashCode();
    }

    @Override
    public String toString() {
        return "RoutedEvent";
    }
}
