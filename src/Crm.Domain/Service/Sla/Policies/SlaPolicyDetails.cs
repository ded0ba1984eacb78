using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Which cases a policy is for, and when.</summary>
/// <param name="Name">The name, unique per tenant; one line.</param>
public sealed record SlaPolicyDetails(string Name)
{
    /// <summary>Which cases it is for; the fields are those of <see cref="CaseFieldCatalogue"/>.</summary>
    /// <value>Null by default: none. A policy without a condition, or with one that asks nothing, is chosen only as the default one.</value>
    public Criterion? Condition { get; init; }

    /// <summary>From which instant on it is chosen, that one included.</summary>
    /// <value>Null by default: from ever.</value>
    public Instant? ValidFrom { get; init; }

    /// <summary>Until which instant it is chosen, that one left out. Cases that have it keep it.</summary>
    /// <value>Null by default: for ever.</value>
    public Instant? ValidUntil { get; init; }
}
