package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import java.util.Map;

/** A {@link CellRecorder} at a moment. Immutable. */
record FrozenCell(
    Outcome outcome,
    CacheStatus cache,
    long samples,
    Map<TimingMetric, FrozenDurations> durations,
    FrozenSum tokensIn,
    FrozenSum tokensOut,
    FrozenSum cost,
    FrozenSum good,
    TokenEvidence tokens,
    PeakUsers users,
    long firstStartMillis,
    long lastStartMillis,
    long lastEndMillis) {}
