using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>What the customer is worth: BG/NBD over all purchases of the database, weeks, and RFM scores.</summary>
internal sealed record TourValue(
    double PAlive, double ExpectedPurchases, double HorizonWeeks, int Frequency, decimal Total, string Cell, string? Segment, LocalDate AsOf);
