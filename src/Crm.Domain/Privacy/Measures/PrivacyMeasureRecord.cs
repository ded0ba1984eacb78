using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>A restriction or legal hold, as readers see it.</summary>
/// <param name="Id">The measure.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What it demands.</param>
/// <param name="Reason">Why.</param>
/// <param name="PlacedAt">Since when.</param>
/// <param name="PlacedById">Id of who placed it.</param>
/// <param name="PlacedByName">Name of who placed it.</param>
/// <param name="Until">When it ends by itself; null for until it is lifted.</param>
/// <param name="LiftedAt">When it was lifted; null while it was not.</param>
/// <param name="LiftedById">Id of who lifted it.</param>
public sealed record PrivacyMeasureRecord(
    PrivacyMeasureId Id,
    CustomerId CustomerId,
    PrivacyMeasureKind Kind,
    string Reason,
    Instant PlacedAt,
    string PlacedById,
    string PlacedByName,
    Instant? Until,
    Instant? LiftedAt,
    string? LiftedById)
{
    /// <summary>Whether it is in force at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True from when it was placed to when it was lifted or ended.</returns>
    public bool IsInForce(Instant at) => PlacedAt <= at && !(Until <= at) && !(LiftedAt <= at);
}
