package io.brenier.pictures;

/** What the OpenAPI document says of the parameters that all plots share. */
final class PlotParameters {

    static final String MODEL = "Name of the model.";
    static final String VERSION =
            "Number of the version; without it and alias: the version under the alias 'latest', or the newest where there is no such alias.";
    static final String ALIAS = "Alias of the version, instead of its number.";
    static final String CONJUGATE =
            "Inverse only. amortized: the network's guess of g = f* and its gradient; refined: solved from there, point by point.";

    private PlotParameters() {}
}
