using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

public sealed partial class Person
{
    private readonly List<Membership> _memberships = [];

    /// <summary>The organisations the person belongs or belonged to.</summary>
    public IReadOnlyList<Membership> Memberships => _memberships;

    /// <summary>The person's main place; null when no membership is active.</summary>
    public Membership? PrimaryMembership => _memberships.Find(m => m.IsPrimary);

    /// <summary>Whether the person can become a member of an organisation. That it exists and is one is judged by the front door.</summary>
    /// <param name="organisationId">The organisation.</param>
    /// <returns>The ruling; refused with <c>MembershipAlreadyActive</c>.</returns>
    public CrmRuling CanJoin(CustomerId organisationId) => _memberships.Exists(m => m.IsActive && m.OrganisationId == organisationId)
        ? CrmRuling.Refused(e => e.MembershipAlreadyActive(organisationId.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Makes the person a member of an organisation; the first active membership becomes primary. A former one is not revived.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person is an active member there already.</exception>
    /// <exception cref="ArgumentException">A text is too long or has control characters.</exception>
    public void Join(MembershipDetails details, Instant now)
    {
        ArgumentNullException.ThrowIfNull(details);
        CanJoin(details.OrganisationId).Demand();
        var membership = new Membership(MembershipId.New(now), details, now);
        _memberships.Add(membership);
        SettlePrimaryMembership();
        Raise(new OrganisationJoined(Id, membership.Id, details.OrganisationId, membership.Role, now));
    }

    /// <summary>Whether a membership of this person is known under an id.</summary>
    /// <param name="id">The membership.</param>
    /// <returns>The ruling; refused with <c>MembershipNotFound</c>.</returns>
    public CrmRuling CanChangeMembership(MembershipId id) =>
        FindMembership(id) is null ? CrmRuling.Refused(e => e.MembershipNotFound(id.ToString())) : CrmRuling.Permitted;

    /// <summary>Says what the person does in an organisation.</summary>
    /// <param name="id">The membership.</param>
    /// <param name="role">What the person does there, one line; null when it is not known.</param>
    /// <param name="department">Where in the organisation, one line; null when it is not known.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person has no such membership.</exception>
    /// <exception cref="ArgumentException">A text is too long or has control characters.</exception>
    public void DescribeMembership(MembershipId id, string? role, string? department, Instant now)
    {
        CanChangeMembership(id).Demand();
        FindMembership(id)!.Describe(role, department);
        Raise(new MembershipDescribed(Id, id, now));
    }

    /// <summary>Whether a membership can be the primary one.</summary>
    /// <param name="id">The membership.</param>
    /// <returns>The ruling; refused with <c>MembershipNotFound</c> or <c>MembershipNotActive</c>.</returns>
    public CrmRuling CanMakeMembershipPrimary(MembershipId id) => CanActOn(id);

    /// <summary>Makes an active membership the primary one, in place of the one that was.</summary>
    /// <param name="id">The membership.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person has no such membership, or it ended.</exception>
    public void MakeMembershipPrimary(MembershipId id, Instant now)
    {
        CanMakeMembershipPrimary(id).Demand();
        Prefer(FindMembership(id)!);
        Raise(new PrimaryMembershipChanged(Id, id, now));
    }

    /// <summary>Whether a membership can be ended.</summary>
    /// <param name="id">The membership.</param>
    /// <param name="until">The last day, if known; not before the first.</param>
    /// <returns>The ruling; refused with <c>MembershipNotFound</c>, <c>MembershipNotActive</c> or <c>MembershipEndsBeforeItBegins</c>.</returns>
    public CrmRuling CanEndMembership(MembershipId id, LocalDate? until) => CanActOn(id).Then(
        FindMembership(id)?.Since is { } since && until is { } last && last < since
            ? CrmRuling.Refused(e => e.MembershipEndsBeforeItBegins(id.ToString()))
            : CrmRuling.Permitted);

    /// <summary>
    /// Ends a membership and keeps it as a former one. If it was primary, the active membership that was recorded first follows;
    /// without any active one there is no primary.
    /// </summary>
    /// <param name="id">The membership.</param>
    /// <param name="until">The last day, if known; not before the first.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person has no such membership, it ended, or it would end before it began.</exception>
    public void EndMembership(MembershipId id, LocalDate? until, Instant now)
    {
        CanEndMembership(id, until).Demand();
        var ended = FindMembership(id)!;
        ended.End(until is { } last ? Guard.Storable(last, nameof(until)) : null);
        SettlePrimaryMembership();
        Raise(new MembershipEnded(Id, id, ended.OrganisationId, now));
    }

    /// <summary>Removes a membership that was recorded by mistake; primary follows as when it ends.</summary>
    /// <param name="id">The membership.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The person has no such membership.</exception>
    public void RemoveMembership(MembershipId id, Instant now)
    {
        CanChangeMembership(id).Demand();
        var removed = FindMembership(id)!;
        _memberships.Remove(removed);
        SettlePrimaryMembership();
        Raise(new MembershipRemoved(Id, id, removed.OrganisationId, now));
    }

    private CrmRuling CanActOn(MembershipId id) => CanChangeMembership(id).Then(
        FindMembership(id) is { IsActive: true } ? CrmRuling.Permitted : CrmRuling.Refused(e => e.MembershipNotActive(id.ToString())));

    private void SettlePrimaryMembership()
    {
        if (PrimaryMembership is null && _memberships.Where(m => m.IsActive).OrderBy(m => m.RecordedAt).ThenBy(m => m.Id).FirstOrDefault() is { } heir)
        {
            Prefer(heir);
        }
    }

    private void Prefer(Membership chosen)
    {
        foreach (var membership in _memberships)
        {
            membership.IsPrimary = membership.Id == chosen.Id;
        }
    }

    private Membership? FindMembership(MembershipId id) => _memberships.Find(m => m.Id == id);
}
