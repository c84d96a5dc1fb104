package io.brenier.samples.measure.web;

import io.brenier.samples.measure.MeasureType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All named measures. */
@Schema(
        name = "MeasureList",
        description = "All named measures.",
        requiredProperties = {"items"})
record MeasureList(List<MeasureType> items) {}
