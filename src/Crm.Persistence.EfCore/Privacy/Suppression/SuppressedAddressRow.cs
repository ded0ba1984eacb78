using NodaTime;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>The keyed hash of an address that is never used again.</summary>
public sealed class SuppressedAddressRow
{
    /// <summary>The id.</summary>
    public Guid Id { get; internal init; }

    /// <summary>HMAC-SHA256 under the host's key, as hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; internal init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
