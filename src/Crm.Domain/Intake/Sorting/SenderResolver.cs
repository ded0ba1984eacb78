using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>
/// Finds the customer that a message is recorded at. An address that a message claims leads to customers who have it; it never gives
/// one to a customer, nor takes it from one.
/// </summary>
internal sealed class SenderResolver(IntakeDesk desk, IntakeBatch batch)
{
    public ResolvedSender Resolve(PreparedMessage message, CaseStanding? target, IReadOnlyList<SenderMatch> bounced, Instant now)
    {
        if (message.Original.CustomerId is { } named)
        {
            return batch.Senders.Find(named) is { } known ? new(known) : new(null, desk.Errors.CustomerNotFound(named.ToString()));
        }

        var sender = message.Sender!;
        var matches = batch.Senders.Find(sender);
        return matches.Count > 0 ? Among(matches, target)
            : message.IsReport && Concerned(target, bounced) is { } concerned ? new(concerned)
            : message.IsReport && message.Nature.Origin != Interactions.MessageOrigin.AutoReply ? new(null, desk.Errors.MessageConcernsNobody())
            : batch.IsSuppressed(sender) ? new(null, desk.Errors.SenderSuppressed())
            : !desk.Options.RecordsUnknownSenders ? new(null, desk.Errors.SenderUnknown())
            : new(batch.Senders.Record(NameOf(message, sender), sender, now));
    }

    private ResolvedSender Among(IReadOnlyList<SenderMatch> matches, CaseStanding? target)
    {
        // Whoever is on the case is meant, where that is one of them.
        if (matches.Count == 1 || matches.FirstOrDefault(m => m.CustomerId == target?.CustomerId) is not null)
        {
            return new(matches.FirstOrDefault(m => m.CustomerId == target?.CustomerId) ?? matches[0]);
        }

        var primary = matches.Where(m => m.IsPrimary).ToList();
        if (primary.Count == 1)
        {
            return new(primary[0]);
        }

        if (desk.Options.AmbiguousSenders == AmbiguousSenders.Unresolved)
        {
            return new(null, desk.Errors.SenderAmbiguous(matches.Count)) { Candidates = [.. matches.Select(m => m.CustomerId)] };
        }

        var organisation = matches.FirstOrDefault(m => m.Kind == CustomerKind.Organisation);
        return organisation is not null && matches.All(m => m == organisation || m.OrganisationId == organisation.CustomerId)
            ? new(organisation)
            : new((primary.Count > 0 ? primary : matches).OrderByDescending(m => m.LastContactAt ?? Instant.MinValue).ThenBy(m => m.CreatedAt).ThenBy(m => m.CustomerId).First());
    }

    // A report comes from a machine, and is about the case or about whoever did not get our mail.
    private SenderMatch? Concerned(CaseStanding? target, IReadOnlyList<SenderMatch> bounced) =>
        target is not null && batch.Senders.Find(target.CustomerId) is { } customer ? customer : bounced.Count > 0 ? bounced[0] : null;

    private static PersonName NameOf(PreparedMessage message, SenderAddress sender)
    {
        var local = sender.Kind == SenderAddressKind.Email ? sender.Value[..sender.Value.LastIndexOf('@')] : sender.Value;
        return PersonName.TryParse(message.SenderName, out var name) || PersonName.TryParse(MessageTexts.Line(local, PersonName.MaxPartLength), out name)
            ? name
            : new PersonName(null, MessageTexts.Line(message.SenderName ?? local, PersonName.MaxPartLength) ?? sender.Key, null, null, null, null);
    }
}
