package io.brenier.training.web;

/** Values that the OpenAPI document shows. */
final class Examples {

    static final String JOB = "0199f5a0-0000-7000-8000-000000000003";

    private Examples() {}
}
