using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>Decides of each message of a batch where it goes, in order, so that one can continue what another began.</summary>
internal sealed class MessageSorter(IntakeDesk desk, IntakeBatch batch, Instant now)
{
    private readonly SenderResolver _resolver = new(desk, batch);
    private readonly CaseFinder _cases = new(desk.Options, batch, now);
    private readonly BounceReader _bounces = new(desk.Options, batch, now);
    private readonly Dictionary<string, IntakeResult> _done = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Refused => [.. _done.Where(d => d.Value.Outcome == IntakeOutcome.Refused).Select(d => d.Key)];

    public async Task<IntakeResult> SortAsync(PreparedMessage message, CancellationToken cancellationToken)
    {
        var key = message.Identity.Key;
        if (_done.TryGetValue(key, out var first))
        {
            return first.Outcome == IntakeOutcome.Refused ? first : Duplicate(message, batch.Before(message));
        }

        if (batch.Claimed(message) is not { } id || batch.Earlier(message, message.Identity.ExternalId) is not null)
        {
            return Duplicate(message, batch.Before(message));
        }

        return _done[key] = await TakeAsync(message, id, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IntakeResult> TakeAsync(PreparedMessage message, InteractionId id, CancellationToken cancellationToken)
    {
        var bounced = await _bounces.ReadAsync(message, cancellationToken).ConfigureAwait(false);
        var (target, earlier) = _cases.Find(message);
        if (message.IsReport && target is not null)
        {
            await batch.Senders.LoadAsync([], [target.CustomerId], cancellationToken).ConfigureAwait(false);
        }

        var who = _resolver.Resolve(message, target, bounced, now);
        if (who.Customer is not { } customer)
        {
            return Result(IntakeOutcome.Refused, message) with { Error = who.Error, Candidates = who.Candidates };
        }

        target ??= _cases.Continued(message, customer.CustomerId);
        var isThirdParty = target is not null && !message.IsReport && !await IsOnCaseAsync(target, customer, message, cancellationToken).ConfigureAwait(false);
        if (isThirdParty && !desk.Options.AllowFollowUpFromStrangers)
        {
            (target, isThirdParty) = (null, false);
        }

        var reopened = target;
        if (target is not null && !message.Nature.IsAutomatic && !_cases.TakesFollowUp(target))
        {
            (target, reopened, isThirdParty) = (null, isThirdParty ? null : target, false);
        }
        else
        {
            reopened = null;
        }

        var outcome = target is not null ? IntakeOutcome.FollowUp : OpensCase(message) ? IntakeOutcome.NewCase : IntakeOutcome.Interaction;
        var about = target ?? (outcome == IntakeOutcome.NewCase ? await OpenAsync(message, customer, reopened, cancellationToken).ConfigureAwait(false) : null);
        batch.Contacts.Add(id, Details(message, customer, about, earlier, isThirdParty), now);
        if (target is not null)
        {
            batch.Cases!.Receive(target.Id, Mail(message, customer, isThirdParty), now);
        }

        return Result(outcome, message) with
        {
            InteractionId = id,
            CaseId = about?.Id,
            CaseNumber = about?.Number,
            FollowUpOf = reopened?.Number,
            CustomerId = customer.CustomerId,
            IsFromThirdParty = isThirdParty,
            VisibleReply = message.VisibleReply ?? string.Empty,
            MayAutoReply = MayAutoReply(message, customer, about, isThirdParty),
        };
    }

    private static IntakeResult Result(IntakeOutcome outcome, PreparedMessage message) => new(outcome, message.Original.MessageId)
    {
        Origin = message.Nature.Origin,
        IsAutomatic = message.Nature.IsAutomatic,
        IsTruncated = message.IsTruncated,
    };

    private IntakeResult Duplicate(PreparedMessage message, RecordedContact? before)
    {
        var about = before is null ? null : IntakeBatch.CasesOf(before).Select(c => batch.Cases?.Find(c)).FirstOrDefault(c => c is not null);
        return Result(IntakeOutcome.Duplicate, message) with { InteractionId = before?.Id, CustomerId = before?.CustomerId, CaseId = about?.Id, CaseNumber = about?.Number };
    }

    private async Task<bool> IsOnCaseAsync(CaseStanding target, SenderMatch sender, PreparedMessage message, CancellationToken cancellationToken) =>
        sender.CustomerId == target.CustomerId || sender.CustomerId == target.OrganisationId || (sender.OrganisationId is { } place && place == target.OrganisationId)
        || (message.Sender is { } address && await batch.TookPartAsync(target, address, cancellationToken).ConfigureAwait(false));

    private bool OpensCase(PreparedMessage message) => batch.Cases is not null && !message.IsReport && !desk.Options.ChannelsWithoutCases.Contains(message.Original.Channel);

    private Task<CaseStanding> OpenAsync(PreparedMessage message, SenderMatch customer, CaseStanding? reopened, CancellationToken cancellationToken) => batch.Cases!.OpenAsync(
        new CaseDetails(customer.CustomerId, message.Subject)
        {
            Description = message.CaseText, Channel = message.Original.Channel, OrganisationId = customer.OrganisationId, FollowUpOfId = reopened?.Id, Priority = reopened?.Priority ?? CasePriority.Normal,
        },
        customer.DisplayName,
        now,
        cancellationToken);

    private static CaseMail Mail(PreparedMessage message, SenderMatch customer, bool isThirdParty)
    {
        var kind = message.Nature.IsAutomatic ? CaseMessageKind.Automatic : isThirdParty ? CaseMessageKind.FromThirdParty : CaseMessageKind.FromCustomer;
        var author = kind == CaseMessageKind.FromCustomer ? customer.DisplayName
            : MessageTexts.Line(message.Sender is { } sender ? $"{message.SenderName} <{sender.Value}>" : message.SenderName, ServiceCase.MaxAuthorLength) ?? customer.DisplayName;
        return new(kind, author, message.CaseText);
    }

    // What is not the customer's own is for staff, since the case's timeline shows it to whoever may read the case.
    private static ContactDetails Details(PreparedMessage message, SenderMatch customer, CaseStanding? about, RecordedContact? earlier, bool isThirdParty) =>
        new(customer.CustomerId, message.Original.Channel, Direction.Inbound, message.Subject)
        {
            Body = message.Body,
            At = message.At,
            OrganisationId = customer.OrganisationId,
            CustomerAddress = message.Sender?.Value,
            OurAddress = message.OurAddress,
            ExternalId = message.Identity.ExternalId,
            InReplyTo = message.Thread.EarlierIds.FirstOrDefault(i => i.Length <= Interaction.MaxExternalIdLength),
            ThreadKey = earlier?.ThreadKey,
            IsAutomatic = message.Nature.IsAutomatic,
            Participants = [.. message.Parties.Select(p => p.Role == ParticipantRole.From ? p with { CustomerId = customer.CustomerId } : p)],
            Attachments = message.Files,
            About = about?.Id.ToSubject(),
            Audience = isThirdParty || message.IsReport ? Audience.Internal : Audience.Customer,
        };

    private bool MayAutoReply(PreparedMessage message, SenderMatch customer, CaseStanding? about, bool isThirdParty) =>
        message.Nature.MayAutoReply && !isThirdParty && message.Sender is { } sender && !batch.IsRestricted(customer.CustomerId)
        && batch.Loops.TryGrant(new(LoopGuard.RecipientOf(sender), customer.CustomerId, about?.Id, now));
}
