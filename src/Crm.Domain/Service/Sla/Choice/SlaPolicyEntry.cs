using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A policy as far as the choice looks at it.</summary>
/// <param name="Id">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="VersionId">Its current version.</param>
/// <param name="Position">Its place in the order.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Condition">Which cases it is for, as JSON; null for none.</param>
/// <param name="ValidFrom">From which instant on it is chosen.</param>
/// <param name="ValidUntil">Until which instant, that one left out.</param>
/// <param name="IsActive">Whether it can be chosen.</param>
/// <param name="IsDefault">Whether it is chosen where no other one is.</param>
public sealed record SlaPolicyEntry(
    SlaPolicyId Id, string Name, SlaPolicyVersionId VersionId, int Position, Instant CreatedAt, string? Condition, Instant? ValidFrom, Instant? ValidUntil, bool IsActive, bool IsDefault)
{
    /// <summary>The policy as it is in memory.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The entry.</returns>
    public static SlaPolicyEntry Of(SlaPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(
            policy.Id, policy.Name, policy.Current.Id, policy.Position, policy.CreatedAt, policy.Condition, policy.ValidFrom, policy.ValidUntil, policy.IsActive, policy.IsDefault);
    }
}
