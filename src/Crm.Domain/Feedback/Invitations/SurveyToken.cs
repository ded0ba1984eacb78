using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>A token that opens an invitation, as its hash. It is gone when the invitation is answered, expired or taken back.</summary>
public sealed class SurveyToken
{
    private SurveyToken() => Hash = null!;

    internal SurveyToken(string hash, Instant now) => (Hash, IssuedAt) = (hash, now);

    /// <summary>SHA-256 of the token.</summary>
    public string Hash { get; private set; }

    /// <summary>When it was issued.</summary>
    public Instant IssuedAt { get; private set; }
}
