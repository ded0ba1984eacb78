namespace Crm.Domain.Orders;

/// <summary>What is frozen with an order when it is booked.</summary>
/// <param name="BaseRate">The rate into the business's own currency; null where none is known.</param>
/// <param name="RequestHash">The fingerprint of what was asked for, at most <see cref="HashLength"/> characters.</param>
public sealed record OrderBooking(BaseRate? BaseRate, string? RequestHash)
{
    /// <summary>Length of a fingerprint: SHA-256 in hexadecimal digits.</summary>
    public const int HashLength = 64;
}
