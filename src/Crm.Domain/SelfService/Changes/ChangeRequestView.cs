using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>A change that a customer asked for, as the customer reads it.</summary>
/// <param name="Id">The change.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Change">What was asked for.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="ExpiresAt">From when on it waits no more.</param>
/// <param name="DecidedAt">When it was made, refused, taken back or over.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="AttemptsLeft">How many more wrong codes it bears.</param>
/// <param name="Version">The version that was read.</param>
public sealed record ChangeRequestView(
    ChangeRequestId Id, CustomerId CustomerId, OwnDataDomain Domain, ChangeRequestStatus Status, OwnDataChange Change, Instant RequestedAt, Instant ExpiresAt, Instant? DecidedAt, string? Reason,
    int AttemptsLeft, long Version)
{
    /// <summary>The view of a loaded change.</summary>
    /// <param name="request">The change.</param>
    /// <returns>The view.</returns>
    public static ChangeRequestView Of(ChangeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(
            request.Id, request.CustomerId, request.Domain, request.Status, request.ToChange(), request.RequestedAt, request.ExpiresAt, request.DecidedAt, request.Reason, request.AttemptsLeft, request.Version);
    }
}
