/**
 * What a run is aimed at: the base URL, the rule that load stays on this machine unless allowed,
 * and the stand-in process that is started when no base URL is given.
 */
package dev.aiendpoint.target;
