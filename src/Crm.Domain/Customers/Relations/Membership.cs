using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A person's place in one organisation, present or past. Part of <see cref="Person"/>; changed by its acts.</summary>
public sealed class Membership
{
    /// <summary>Longest role and department.</summary>
    public const int MaxRoleLength = 100;

    private Membership()
    {
    }

    internal Membership(MembershipId id, MembershipDetails details, Instant now)
    {
        Id = id;
        OrganisationId = Guard.NotEmpty(details.OrganisationId);
        Role = Guard.OptionalLine(details.Role, MaxRoleLength);
        Department = Guard.OptionalLine(details.Department, MaxRoleLength);
        Since = details.Since is { } since ? Guard.Storable(since) : null;
        IsActive = true;
        RecordedAt = now;
    }

    /// <summary>The id.</summary>
    public MembershipId Id { get; private set; }

    /// <summary>The organisation.</summary>
    public CustomerId OrganisationId { get; private set; }

    /// <summary>What the person does there.</summary>
    public string? Role { get; private set; }

    /// <summary>Where in the organisation.</summary>
    public string? Department { get; private set; }

    /// <summary>The first day, if known.</summary>
    public LocalDate? Since { get; private set; }

    /// <summary>The last day, once it ended and if known.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>Whether the person belongs there now.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether this is the person's main place; exactly one of the active memberships is, and no other.</summary>
    public bool IsPrimary { get; internal set; }

    /// <summary>When it was recorded.</summary>
    public Instant RecordedAt { get; private set; }

    internal void Describe(string? role, string? department)
    {
        var (newRole, newDepartment) = (Guard.OptionalLine(role, MaxRoleLength), Guard.OptionalLine(department, MaxRoleLength));
        (Role, Department) = (newRole, newDepartment);
    }

    internal void End(LocalDate? until) => (Until, IsActive, IsPrimary) = (until, false, false);

    internal Membership Copy(Instant now) => new(MembershipId.New(now), new MembershipDetails(OrganisationId, Role, Department, Since), RecordedAt)
    {
        Until = Until, IsActive = IsActive,
    };
}
