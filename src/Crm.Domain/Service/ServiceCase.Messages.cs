using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    /// <summary>Longest name of who wrote a message; as long as a customer's.</summary>
    public const int MaxAuthorLength = 600;

    private readonly List<CaseMessage> _messages = [];

    /// <summary>What was written, oldest first.</summary>
    public IReadOnlyList<CaseMessage> Messages => _messages;

    /// <summary>Whether staff can reply to the customer.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseClosed</c>.</returns>
    public CrmRuling CanReply() => CanChange().Then(Category == CaseCategory.Closed ? CrmRuling.Refused(e => e.CaseClosed(Number.Value)) : CrmRuling.Permitted);

    /// <summary>Replies to the customer. A new case is open from then on; a resolved one stays resolved.</summary>
    /// <param name="body">The text.</param>
    /// <param name="author">Name of who writes.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or too long.</exception>
    /// <exception cref="CrmRuleException">The case is closed, or was merged into another.</exception>
    public void Reply(string body, string author, Instant now)
    {
        CanReply().Demand();
        _messages.Add(Checked(CaseMessageKind.PublicReply, author, body, now));
        FirstRespondedAt ??= now;
        Begin(now);
        WeSpoke(now);
        Happened(new CaseReplied(Id, Number, CustomerId, OrganisationId, now));
    }

    /// <summary>Writes a note that only staff reads; possible in every status.</summary>
    /// <param name="body">The text.</param>
    /// <param name="author">Name of who writes.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or too long.</exception>
    public void AddNote(string body, string author, Instant now)
    {
        _messages.Add(Checked(CaseMessageKind.InternalNote, author, body, now));
        Happened(new CaseNoted(Id, Number, CustomerId, OrganisationId, now));
    }

    /// <summary>Whether a message of the customer can still be taken into this case.</summary>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseClosed</c>, <c>CaseLocked</c>.</returns>
    public CrmRuling CanReceive() => CanReply().Then(LockedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CaseLocked(Number.Value)));

    /// <summary>Takes a message of the customer. A case that waited or was resolved is open again.</summary>
    /// <param name="body">The text.</param>
    /// <param name="author">Name of the customer.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException"><paramref name="body"/> is empty or too long.</exception>
    /// <exception cref="CrmRuleException">The case is closed, takes no more messages of its customer, or was merged into another.</exception>
    public void Receive(string body, string author, Instant now)
    {
        CanReceive().Demand();
        _messages.Add(Checked(CaseMessageKind.FromCustomer, author, body, now));
        WakeUp(now);
        CustomerSpoke(now);
        Happened(new CaseMessageReceived(Id, Number, CustomerId, OrganisationId, now));
    }

    /// <summary>A new message, once its author and text are found good.</summary>
    internal static CaseMessage Checked(CaseMessageKind kind, string author, string body, Instant now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        return new CaseMessage(CaseMessageId.New(now), kind, Guard.Line(author, MaxAuthorLength), Guard.Text(body, MaxMessageLength), now);
    }
}
