using NodaTime;

namespace Crm.Analytics.Lifetime;

/// <summary>When a customer is expected to buy next.</summary>
/// <param name="ProbabilityAlive">The probability that the customer has not dropped out.</param>
/// <param name="ProbabilityWithinHorizon">The probability of a purchase within the horizon.</param>
/// <param name="Median">The first day by which a purchase is more likely than not; null where that is not within the horizon.</param>
/// <param name="Expected">The middle day of the next purchase, given that one comes within the horizon; null where none can.</param>
/// <param name="Earliest">The day before which, given the same, the purchase comes with no more than half of what the confidence leaves.</param>
/// <param name="Latest">The day by which, given the same, all but half of what the confidence leaves have bought.</param>
public sealed record PurchaseForecast(
    double ProbabilityAlive, double ProbabilityWithinHorizon, LocalDate? Median, LocalDate? Expected, LocalDate? Earliest, LocalDate? Latest);
