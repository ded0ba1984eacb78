using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Whether the customer wants to be told of answers.</summary>
    public bool IsFollowedByCustomer { get; private set; }

    /// <summary>Whether the organisation wants to be told of answers.</summary>
    public bool IsFollowedByOrganisation { get; private set; }

    /// <summary>Whether a customer can follow the case: the one who asks and the organisation on whose behalf can.</summary>
    /// <param name="follower">The customer or the organisation.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CustomerNotFound</c>, <c>AlreadyExists</c> when it follows already.</returns>
    public CrmRuling CanFollow(CustomerId follower) => CanChange().Then(IsFollowedBy(follower) switch
    {
        null => CrmRuling.Refused(e => e.CustomerNotFound(follower.ToString())),
        true => CrmRuling.Refused(e => e.AlreadyExists($"{Number} {follower}")),
        _ => CrmRuling.Permitted,
    });

    /// <summary>The customer or the organisation is told of answers from now on.</summary>
    /// <param name="follower">The customer or the organisation.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The case is somebody else's, is followed already, or was merged into another.</exception>
    public void Follow(CustomerId follower, Instant now)
    {
        CanFollow(follower).Demand();
        SetFollowed(follower, true, now);
    }

    /// <summary>Whether a customer can leave off following the case.</summary>
    /// <param name="follower">The customer or the organisation.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CustomerNotFound</c> when it does not follow.</returns>
    public CrmRuling CanUnfollow(CustomerId follower) =>
        CanChange().Then(IsFollowedBy(follower) is true ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CustomerNotFound(follower.ToString())));

    /// <summary>The customer or the organisation is not told of answers any more.</summary>
    /// <param name="follower">The customer or the organisation.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It does not follow, or the case was merged into another.</exception>
    public void Unfollow(CustomerId follower, Instant now)
    {
        CanUnfollow(follower).Demand();
        SetFollowed(follower, false, now);
    }

    /// <summary>Whether a customer follows the case; null where the case is not the customer's.</summary>
    internal bool? IsFollowedBy(CustomerId follower) => follower == CustomerId ? IsFollowedByCustomer : follower == OrganisationId ? IsFollowedByOrganisation : null;

    private void SetFollowed(CustomerId follower, bool follows, Instant now)
    {
        if (follower == CustomerId)
        {
            IsFollowedByCustomer = follows;
        }
        else
        {
            IsFollowedByOrganisation = follows;
        }

        Happened(new CaseFollowingChanged(Id, Number, CustomerId, OrganisationId, follower, follows, now));
    }

    // Who followed a case goes on with the one that took it over, where that is the follower's own too.
    private void TakeFollowersOf(ServiceCase source)
    {
        IsFollowedByCustomer |= source.IsFollowedByCustomer && source.CustomerId == CustomerId;
        IsFollowedByOrganisation |= source.IsFollowedByOrganisation && source.OrganisationId == OrganisationId;
    }
}
