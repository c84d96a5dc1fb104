package io.brenier.platform.points;

import io.brenier.transport.tensor.Points;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Points as JSON: an array of rows. Whoever answers with them calls {@link PointsEncoder#requireFinite} before. */
@JacksonComponent
class PointsSerializer extends ValueSerializer<Points> {

    @Override
    public void serialize(Points points, JsonGenerator generator, SerializationContext context) {
        generator.writeStartArray();
        for (int row = 0; row < points.rows(); row++) {
            generator.writeStartArray();
            for (int column = 0; column < points.dimension(); column++) {
                generator.writeNumber(points.at(row, column));
            }
            generator.writeEndArray();
        }
        generator.writeEndArray();
    }
}
