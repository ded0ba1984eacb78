using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What a new entry of the consent ledger says.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Purpose">The purpose; null for every purpose, in withdrawals only.</param>
/// <param name="Channel">The channel; null for every channel, in withdrawals only.</param>
/// <param name="Status">What it says.</param>
/// <param name="Source">Where it comes from, such as <c>web-form</c>; one line of at most <see cref="ConsentEntry.MaxLineLength"/> characters.</param>
public sealed record ConsentDetails(CustomerId CustomerId, PurposeKey? Purpose, ChannelKey? Channel, ConsentStatus Status, string Source)
{
    /// <summary>The lawful basis.</summary>
    /// <value><see cref="LawfulBasis.Consent"/> by default.</value>
    public LawfulBasis Basis { get; init; } = LawfulBasis.Consent;

    /// <summary>Which version of which wording the person saw, one line.</summary>
    public string? Wording { get; init; }

    /// <summary>What proves it: words, a reference to a document, an address of the Internet and a time; at most <see cref="ConsentEntry.MaxProofLength"/> characters.</summary>
    public string? Proof { get; init; }

    /// <summary>Who stands behind it.</summary>
    /// <value><see cref="ConsentOrigin.Staff"/> by default.</value>
    public ConsentOrigin Origin { get; init; } = ConsentOrigin.Staff;

    /// <summary>Since when it holds; not in the future.</summary>
    /// <value>Null by default: from now on.</value>
    public Instant? At { get; init; }

    /// <summary>When a grant or a request runs out; after <see cref="At"/>.</summary>
    /// <value>Null by default: never.</value>
    public Instant? Until { get; init; }
}
