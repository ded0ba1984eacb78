using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>What a request for double opt-in gives out. The token is shown this once: send it to the person, never store or log it.</summary>
/// <param name="RequestId">The request in the ledger.</param>
/// <param name="Token">256 random bits as URL-safe text of 43 characters.</param>
/// <param name="ExpiresAt">Until when it confirms.</param>
public sealed record OptInTicket(ConsentEntryId RequestId, string Token, Instant ExpiresAt)
{
    /// <summary>Names the request, not the token.</summary>
    /// <returns>The request's id.</returns>
    public override string ToString() => RequestId.ToString();
}
