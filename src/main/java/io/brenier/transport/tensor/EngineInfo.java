package io.brenier.transport.tensor;

/**
 * The engine behind the tensors, for health and provenance.
 *
 * @param name for example PyTorch
 * @param version the engine's version, empty until it has started
 * @param device where tensors lie, for example cpu
 * @param started whether it has started in this process
 */
public record EngineInfo(String name, String version, String device, boolean started) {}
