using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>The case that this one takes up again, after it was closed for good.</summary>
    public ServiceCaseId? FollowUpOfId { get; private set; }

    /// <summary>Takes a message that a program wrote; possible in every status. Nobody has answered by it, and the case stays as it stands.</summary>
    /// <param name="body">The text.</param>
    /// <param name="author">Name or address that the message came from.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or too long.</exception>
    public void ReceiveAutomatic(string body, string author, Instant now)
    {
        _messages.Add(Checked(CaseMessageKind.Automatic, author, body, now));
        Happened(new CaseAutomaticMessageReceived(Id, Number, CustomerId, OrganisationId, now));
    }

    /// <summary>Whether a message of somebody who is not on the case can be taken into it.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public CrmRuling CanReceiveFromThirdParty() => CanReply();

    /// <summary>
    /// Takes a message of somebody who is not on the case. Only staff reads it. A case that waited or was resolved is open again, so
    /// that somebody looks; the customer has not answered by it.
    /// </summary>
    /// <param name="body">The text.</param>
    /// <param name="author">Name and address that the message came from.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or too long.</exception>
    /// <exception cref="CrmRuleException">The case is closed.</exception>
    public void ReceiveFromThirdParty(string body, string author, Instant now)
    {
        CanReceiveFromThirdParty().Demand();
        _messages.Add(Checked(CaseMessageKind.FromThirdParty, author, body, now));
        WakeUp(now);
        Happened(new CaseThirdPartyMessageReceived(Id, Number, CustomerId, OrganisationId, now));
    }

    private void WakeUp(Instant now)
    {
        if (Category is CaseCategory.Paused or CaseCategory.Resolved)
        {
            Stand(CaseStatus.Open, CaseCategory.Open, now);
        }
    }
}
