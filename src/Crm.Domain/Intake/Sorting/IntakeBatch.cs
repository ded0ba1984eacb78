using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>What one batch of messages meets: everything that is looked up for it, in a number of commands that does not depend on its size.</summary>
internal sealed class IntakeBatch(IntakeDesk desk, IReadOnlyList<PreparedMessage> messages, Instant now)
{
    private IReadOnlySet<string> _won = new HashSet<string>();
    private IReadOnlyDictionary<string, InteractionId> _handled = new Dictionary<string, InteractionId>();
    private IReadOnlyDictionary<string, HandledMessage> _claims = new Dictionary<string, HandledMessage>();
    private HashSet<SenderAddress> _suppressed = [];
    private HashSet<CustomerId> _restricted = [];
    private ILookup<SubjectReference, string>? _onCases;

    public ISenderBatch Senders { get; } = desk.Senders.Begin();

    public IContactBatch Contacts { get; } = desk.Contacts.Begin();

    public ICaseIntakeBatch? Cases { get; } = desk.Cases.IsAvailable ? desk.Cases.Begin() : null;

    public LoopGuard Loops { get; private set; } = new(desk.Options.Ceilings, []);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _claims = messages.Select(m => m.Identity.Key).Distinct(StringComparer.Ordinal).ToDictionary(k => k, k => new HandledMessage(k, InteractionId.New(now), now), StringComparer.Ordinal);
        _won = await desk.Store.ClaimAsync([.. _claims.Values], cancellationToken).ConfigureAwait(false);
        await LoadContactsAsync(cancellationToken).ConfigureAwait(false);
        var fresh = messages.Where(IsWon).ToList();
        await Senders.LoadAsync([.. fresh.Select(m => m.Sender).OfType<SenderAddress>()], [.. fresh.Select(m => m.Original.CustomerId).OfType<CustomerId>()], cancellationToken).ConfigureAwait(false);
        await LoadConversationsAsync(fresh, cancellationToken).ConfigureAwait(false);
        await LoadCasesAsync(fresh, cancellationToken).ConfigureAwait(false);
        await LoadPrivacyAsync(fresh, cancellationToken).ConfigureAwait(false);
        await LoadAnswersAsync(fresh, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id of the contact that a message becomes; null when it was taken before.</summary>
    public InteractionId? Claimed(PreparedMessage message) => IsWon(message) ? _claims[message.Identity.Key].InteractionId : null;

    /// <summary>The contact that a message became which was taken before.</summary>
    public RecordedContact? Before(PreparedMessage message) => Earlier(message, message.Identity.ExternalId)
        ?? (_handled.TryGetValue(message.Identity.Key, out var id) ? Contacts.Find(id) : null);

    public bool IsSuppressed(SenderAddress address) => _suppressed.Contains(address);

    public bool IsRestricted(CustomerId customer) => _restricted.Contains(customer);

    /// <summary>Whether an address took part in what the case's customer and others wrote.</summary>
    public async Task<bool> TookPartAsync(CaseStanding about, SenderAddress address, CancellationToken cancellationToken)
    {
        var known = _onCases;
        if (known is null || !known.Contains(about.Id.ToSubject()))
        {
            var all = await Contacts.AddressesAsync([(about.Id.ToSubject(), about.CustomerId)], cancellationToken).ConfigureAwait(false);
            _onCases = known = (known?.SelectMany(g => g.Select(a => (Record: g.Key, Address: a))) ?? []).Concat(all).ToLookup(a => a.Record, a => a.Address);
        }

        return known[about.Id.ToSubject()].Any(a => SenderAddresses.IsSame(address, a));
    }

    /// <summary>Writes what the messages became, and gives back the claims of those that were refused.</summary>
    public async Task WriteAsync(IReadOnlyCollection<string> refused, CancellationToken cancellationToken)
    {
        await Senders.WriteAsync(cancellationToken).ConfigureAwait(false);
        if (Cases is not null)
        {
            await Cases.WriteAsync(cancellationToken).ConfigureAwait(false);
        }

        await Contacts.WriteAsync(cancellationToken).ConfigureAwait(false);
        await desk.Store.AddAsync(Loops.Granted, cancellationToken).ConfigureAwait(false);
        await desk.Store.ReleaseAsync(refused, cancellationToken).ConfigureAwait(false);
    }

    private bool IsWon(PreparedMessage message) => _won.Contains(message.Identity.Key);

    private async Task LoadContactsAsync(CancellationToken cancellationToken)
    {
        if (_won.Count < _claims.Count)
        {
            _handled = await desk.Store.FindAsync([.. _claims.Keys.Where(k => !_won.Contains(k))], cancellationToken).ConfigureAwait(false);
            await Contacts.LoadAsync([.. _handled.Values], cancellationToken).ConfigureAwait(false);
        }

        foreach (var channel in messages.GroupBy(m => m.Original.Channel))
        {
            // Hosts record what they send with or without angle brackets.
            var ids = channel.Select(m => m.Identity.ExternalId).Concat(channel.SelectMany(m => m.Thread.EarlierIds));
            await Contacts.LoadAsync(
                channel.Key, [.. ids.SelectMany(i => new[] { i, $"<{i}>" }).Where(i => i.Length <= Interaction.MaxExternalIdLength).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LoadConversationsAsync(List<PreparedMessage> fresh, CancellationToken cancellationToken)
    {
        foreach (var channel in Cases is null ? [] : fresh.Where(m => m.Channel.Conversation is not null).GroupBy(m => m.Channel))
        {
            var since = channel.Min(m => m.At) - channel.Key.Conversation!.Value;
            await Contacts.LoadConversationsAsync(channel.Key.Key, [.. channel.SelectMany(CustomersOf).Distinct()], since, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task LoadCasesAsync(List<PreparedMessage> fresh, CancellationToken cancellationToken)
    {
        if (Cases is not null)
        {
            var earlier = fresh.SelectMany(m => m.Thread.EarlierIds.Select(i => Earlier(m, i)).Concat(CustomersOf(m).SelectMany(c => Conversation(m, c)))).Concat(messages.Where(m => !IsWon(m)).Select(Before)).OfType<RecordedContact>().SelectMany(CasesOf);
            await Cases.LoadAsync(
                [.. fresh.SelectMany(m => m.Thread.Numbers)], [.. fresh.Select(m => m.Thread.SignedCase).OfType<ServiceCaseId>(), .. earlier], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An earlier message that a message names.</summary>
    public RecordedContact? Earlier(PreparedMessage message, string id) => Contacts.Find(message.Original.Channel, id) ?? Contacts.Find(message.Original.Channel, $"<{id}>");

    /// <summary>What a customer wrote and was written to lately from the same address, where the channel's messages name no thread; latest first.</summary>
    public IEnumerable<RecordedContact> Conversation(PreparedMessage message, CustomerId customer) => message.Channel.Conversation is { } lasting
        ? Contacts.Conversation(message.Channel.Key, customer, message.At - lasting)
            .Where(c => message.Sender is not { } sender || c.CustomerAddress is not { } address || SenderAddresses.IsSame(sender, address))
        : [];

    /// <summary>The cases that a contact was about.</summary>
    public static IEnumerable<ServiceCaseId> CasesOf(RecordedContact contact) =>
        contact.About.Where(a => a.Kind == SubjectKinds.Case && a.Id != Guid.Empty).Select(a => ServiceCaseId.From(a.Id));

    private async Task LoadPrivacyAsync(List<PreparedMessage> fresh, CancellationToken cancellationToken)
    {
        if (!desk.Options.TakesSuppressedSenders)
        {
            var unknown = fresh.Select(m => m.Sender).OfType<SenderAddress>().Distinct().Where(a => Senders.Find(a).Count == 0).ToList();
            _suppressed = await Suppression.AmongAsync(desk.Suppressed, unknown, cancellationToken).ConfigureAwait(false);
        }

        foreach (var chunk in fresh.SelectMany(CustomersOf).Distinct().Chunk(500))
        {
            _restricted.UnionWith((await desk.Measures.OfAsync(chunk, cancellationToken).ConfigureAwait(false))
                .Where(m => m.Kind == PrivacyMeasureKind.Restriction && m.IsInForce(now)).Select(m => m.CustomerId));
        }
    }

    private IEnumerable<CustomerId> CustomersOf(PreparedMessage message) => (message.Sender is { } address ? Senders.Find(address) : []).Select(s => s.CustomerId)
        .Concat(message.Original.CustomerId is { } id && Senders.Find(id) is { } named ? [named.CustomerId] : []);

    private async Task LoadAnswersAsync(List<PreparedMessage> fresh, CancellationToken cancellationToken)
    {
        var recipients = fresh.Where(m => m.Nature.MayAutoReply).Select(m => m.Sender).OfType<SenderAddress>().Select(LoopGuard.RecipientOf).Distinct(StringComparer.Ordinal).ToList();
        if (recipients.Count > 0)
        {
            var cases = fresh.SelectMany(m => m.Thread.Numbers.Select(n => Cases?.Find(n)?.Id).Append(m.Thread.SignedCase is { } signed ? Cases?.Find(signed)?.Id : null)
                .Concat(m.Thread.EarlierIds.Select(i => Earlier(m, i)).OfType<RecordedContact>().SelectMany(CasesOf).Select(i => Cases?.Find(i)?.Id))).OfType<ServiceCaseId>().Distinct().ToList();
            Loops = new(desk.Options.Ceilings, await desk.Store.AnswersAsync(recipients, cases, now - desk.Options.Ceilings.Longest, cancellationToken).ConfigureAwait(false));
        }
    }
}
