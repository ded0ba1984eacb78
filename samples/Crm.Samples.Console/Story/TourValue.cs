using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>
/// What the customer is worth: BG/NBD and Gamma–Gamma over all purchases of the database, weeks, a discount of a tenth a year, and RFM scores.
/// </summary>
internal sealed record TourValue(
    double PAlive, double ExpectedPurchases, double LifetimeValue, LocalDate? NextPurchase, double HorizonWeeks, int Frequency, decimal Total, string Cell, string? Segment, LocalDate AsOf);
