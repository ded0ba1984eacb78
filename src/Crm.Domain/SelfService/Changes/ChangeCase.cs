namespace Crm.Domain.SelfService;

/// <summary>A change that a customer asked for, as staff reads it before it decides.</summary>
/// <param name="Request">What the customer reads of it.</param>
/// <param name="Before">What it takes the place of, as it stood when it was asked for.</param>
/// <param name="RequestedById">The portal account that asked.</param>
/// <param name="DecidedById">Who of the staff decided.</param>
/// <param name="Obstacle">Code of what kept a code from being sent to the old address.</param>
public sealed record ChangeCase(ChangeRequestView Request, string Before, string RequestedById, string? DecidedById, string? Obstacle)
{
    /// <summary>The case of a loaded change.</summary>
    /// <param name="request">The change.</param>
    /// <returns>The case.</returns>
    public static ChangeCase Of(ChangeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(ChangeRequestView.Of(request), request.Before, request.RequestedById, request.DecidedById, request.Obstacle);
    }
}
