using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

public sealed partial class ServiceCase
{
    private ServiceCase(ServiceCase source, ServiceCaseId id, CaseNumber number, string subject, IReadOnlyList<CaseMessage> moved, Instant now)
        : this(id, number, source.ToDetails(subject) with { ViewedArticles = [.. source.ViewedArticles.Select(a => a.KnowledgeItemId)] }, string.Empty, now)
    {
        _messages.AddRange(moved);
        _relatedCases.Add(new RelatedCase(source.Id));
        AssigneeId = source.AssigneeId;
        var answer = moved.LastOrDefault(m => m.Kind == CaseMessageKind.PublicReply);
        FirstRespondedAt = moved.FirstOrDefault(m => m.Kind == CaseMessageKind.PublicReply)?.At;
        AwaitingSince = moved.FirstOrDefault(m => m.Kind == CaseMessageKind.FromCustomer && (answer is null || Order(m, answer) > 0))?.At ?? (answer is null ? now : null);
        if (AssigneeId is not null || answer is not null)
        {
            Begin(now);
        }

        if (AwaitingSince is null)
        {
            // What was moved had its answer.
            Note(SlaEventKind.Reply, Version, now);
        }
    }

    /// <summary>Whether everything from a message on can move into a new case.</summary>
    /// <param name="from">The first message that moves.</param>
    /// <returns>The ruling; refused with <c>CaseMerged</c>, <c>CaseMessageNotFound</c>, <c>CaseSplitAtFirstMessage</c>, <c>CaseRelationsFull</c>.</returns>
    public CrmRuling CanSplitOff(CaseMessageId from)
    {
        var first = _messages.Find(m => m.Id == from);
        return CanChange().Then(
            first is null ? CrmRuling.Refused(e => e.CaseMessageNotFound(Number.Value))
            : _messages.TrueForAll(m => Order(m, first) >= 0) ? CrmRuling.Refused(e => e.CaseSplitAtFirstMessage(Number.Value))
            : _relatedCases.Count >= MaxRelated ? CrmRuling.Refused(e => e.CaseRelationsFull(Number.Value, MaxRelated))
            : CrmRuling.Permitted);
    }

    /// <summary>
    /// Moves everything from a message on, whoever wrote it, into a new case of the same customer about the same thing, which is related to
    /// this one. Messages keep their ids and what they are; this case keeps its status and its first response, and owes no answer to what moved.
    /// </summary>
    /// <param name="from">The first message that moves.</param>
    /// <param name="id">Id of the new case.</param>
    /// <param name="number">Number of the new case.</param>
    /// <param name="subject">Subject of the new case; null for that of this one.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The new case.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value or this case's, or <paramref name="subject"/> is blank or too long.</exception>
    /// <exception cref="CrmRuleException">The case cannot be split there.</exception>
    public ServiceCase SplitOff(CaseMessageId from, ServiceCaseId id, CaseNumber number, string? subject, Instant now)
    {
        CanSplitOff(from).Demand();
        if (id == Id)
        {
            throw new ArgumentException("The new case has an id of its own.", nameof(id));
        }

        var first = _messages.Find(m => m.Id == from)!;
        List<CaseMessage> moved = [.. _messages.Where(m => Order(m, first) >= 0).OrderBy(m => m.At).ThenBy(m => m.Id)];
        var split = new ServiceCase(this, id, number, subject ?? Subject, moved, now);
        _messages.RemoveAll(moved.Contains);
        _relatedCases.Add(new RelatedCase(id));
        Happened(new CaseSplit(Id, Number, CustomerId, OrganisationId, split.Id, split.Number, moved.Count, now));
        if (moved.Exists(IsAwaited) && !_messages.Exists(IsAwaited))
        {
            // The question goes on in the new case; here nobody waits for an answer to it any more.
            AwaitingSince = null;
            WaitFrom(Category, now);
            Note(SlaEventKind.Reply, Version, now);
        }

        return split;

        bool IsAwaited(CaseMessage message) => message.Kind == CaseMessageKind.FromCustomer && message.At == AwaitingSince;
    }

    private static int Order(CaseMessage one, CaseMessage other) => one.At.CompareTo(other.At) is var order and not 0 ? order : one.Id.CompareTo(other.Id);
}
