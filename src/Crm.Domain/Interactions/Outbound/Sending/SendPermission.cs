namespace Crm.Domain.Interactions;

/// <summary>Whether a customer may be contacted, and where.</summary>
/// <param name="Barrier">Why not, as a stable name; null when it may.</param>
/// <param name="Address">The address to use; null where the channel needs none that is known.</param>
/// <param name="AddressKey">By which two notations of the address are the same.</param>
public sealed record SendPermission(string? Barrier, string? Address = null, string? AddressKey = null)
{
    /// <summary>Name of the barrier for people.</summary>
    public string? BarrierName { get; init; }
}
