using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Keeps the consent ledger: what customers agreed to, purpose by purpose and channel by channel, with proof, and what they took back.</summary>
/// <remarks>Scoped service. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class ConsentDesk(IConsentStore ledger, ICustomerQueries customers, PurposeCatalog purposes, IChannelCatalog channels, CrmActs acts)
{
    /// <summary>How long a request for double opt-in can be confirmed where nothing else is said: 7 days.</summary>
    public static Duration UsualLifetime { get; } = Duration.FromDays(7);

    /// <summary>Longest lifetime of a request: 90 days.</summary>
    public static Duration LongestLifetime { get; } = Duration.FromDays(90);

    /// <summary>Adds an entry to a customer's ledger.</summary>
    /// <param name="details">What it says.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry, or <c>ActNotAllowed</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ConsentEntry>> RecordAsync(ConsentDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<ConsentEntry>(
            "privacy.record-consent", now => AddAsync(details, d => new ConsentEntry(ConsentEntryId.New(now), d, acts.Gate.Actor, now), cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Takes consent back: one purpose on one channel, a purpose on every channel, every purpose on a channel, or everything. Staff
    /// may do it, and whoever acts for the customer.
    /// </summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="purpose">The purpose; null for every purpose, those that are registered later too.</param>
    /// <param name="channel">The channel; null for every channel.</param>
    /// <param name="source">Where it comes from, such as <c>unsubscribe-link</c>.</param>
    /// <param name="origin">Who stands behind it; the person itself when null.</param>
    /// <param name="proof">What proves it.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry, or <c>ActNotAllowed</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ConsentEntry>> WithdrawAsync(
        CustomerId customerId, PurposeKey? purpose, ChannelKey? channel, string source, ConsentOrigin? origin = null, string? proof = null, CancellationToken cancellationToken = default)
    {
        var isOwn = !acts.Gate.Actor.IsStaff && MayRead(customerId);
        var details = new ConsentDetails(customerId, purpose, channel, ConsentStatus.Withdrawn, source) { Origin = isOwn ? ConsentOrigin.Person : origin ?? ConsentOrigin.Person, Proof = proof };
        Task<CrmResult<ConsentEntry>> Make(Instant now) => AddAsync(details, d => new ConsentEntry(ConsentEntryId.New(now), d, acts.Gate.Actor, now), cancellationToken);
        return isOwn ? acts.MakeOwnAsync(Make, cancellationToken) : acts.MakeAsync("privacy.withdraw-consent", Make, cancellationToken);
    }

    /// <summary>
    /// Asks a person to confirm, by a token that the host sends to the address in question. The ledger says pending meanwhile, which
    /// permits nothing; the token is kept as a hash.
    /// </summary>
    /// <param name="details">What is to be granted; its status, origin, instants and proof are settled here.</param>
    /// <param name="lifetime">How long it can be confirmed; <see cref="UsualLifetime"/> when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The token, this once, or <c>ActNotAllowed</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<OptInTicket>> RequestOptInAsync(ConsentDetails details, Duration? lifetime = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<OptInTicket>(
            "privacy.request-opt-in",
            async now =>
            {
                var length = lifetime ?? UsualLifetime;
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero, nameof(lifetime));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestLifetime, nameof(lifetime));
                var token = SecretToken.New();
                var pending = details with { Status = ConsentStatus.Pending, At = null, Until = now + length };
                var made = await AddAsync(
                    pending, d => ConsentEntry.Request(ConsentEntryId.New(now), d, SecretToken.HashOf(token)!, acts.Gate.Actor, now), cancellationToken).ConfigureAwait(false);
                return made.TryGetValue(out var entry) ? new OptInTicket(entry.Id, token, entry.Until!.Value) : CrmResult<OptInTicket>.Failed(made.Errors);
            },
            cancellationToken);
    }

    /// <summary>
    /// Confirms a request, once. The token is the right to do so: whoever acts, a guest too, may. Two confirmations at the same time
    /// meet at the save, where the second gets <c>AlreadyExists</c>.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="proof">What proves the confirmation, such as the address of the Internet it came from.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The grant, or <c>OptInTokenInvalid</c>, <c>OptInAlreadyConfirmed</c>, <c>OptInExpired</c>, <c>OptInWithdrawn</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ConsentEntry>> ConfirmOptInAsync(string token, string? proof = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        return acts.MakeOwnAsync(now => ConfirmAsync(token, proof, now, cancellationToken), cancellationToken);
    }

    /// <summary>The ledger of a customer, oldest entry first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entries; none when there is no such customer or the actor may not read it.</returns>
    public async Task<IReadOnlyList<ConsentRecord>> HistoryAsync(CustomerId customerId, CancellationToken cancellationToken = default) =>
        await ResolveAsync(customerId, cancellationToken).ConfigureAwait(false) is { } living ? await ledger.LedgerAsync(living, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Where every purpose and channel of a customer stands that its ledger names together.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="at">The instant; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The standings; none when there is no such customer or the actor may not read it.</returns>
    public async Task<IReadOnlyList<ConsentState>> StatesAsync(CustomerId customerId, Instant? at = null, CancellationToken cancellationToken = default) =>
        ConsentLedger.StatesAt(await HistoryAsync(customerId, cancellationToken).ConfigureAwait(false), at ?? acts.Now);

    private async Task<CrmResult<ConsentEntry>> ConfirmAsync(string token, string? proof, Instant now, CancellationToken cancellationToken)
    {
        if (SecretToken.HashOf(token) is not { } hash || await ledger.FindRequestAsync(hash, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return acts.Errors.OptInTokenInvalid();
        }

        if (await ledger.IsAnsweredAsync(request.Id, cancellationToken).ConfigureAwait(false))
        {
            return acts.Errors.OptInAlreadyConfirmed();
        }

        if (request.Until <= now)
        {
            return acts.Errors.OptInExpired();
        }

        var entries = await ledger.LedgerAsync(request.CustomerId, cancellationToken).ConfigureAwait(false);
        if (entries.Any(e => e.Status == ConsentStatus.Withdrawn && e.At >= request.At && e.Covers(request.Purpose!, request.Channel!) && e.MergeId is null))
        {
            return acts.Errors.OptInWithdrawn();
        }

        var details = new ConsentDetails(request.CustomerId, request.Purpose, request.Channel, ConsentStatus.Granted, request.Source)
        {
            Basis = request.Basis,
            Wording = request.Wording,
            Origin = ConsentOrigin.Person,
            Proof = string.IsNullOrWhiteSpace(proof) ? $"double opt-in {request.Id}" : $"double opt-in {request.Id}: {proof}",
        };
        var grant = ConsentEntry.Answer(ConsentEntryId.New(now), details, request.Id, acts.Gate.Actor, now);
        ledger.Add(grant);
        return grant;
    }

    // For areas that bring the person's own right with them, such as the token of a message that went to its address.
    internal Task<CrmResult<ConsentEntryId>> TakeWishAsync(ConsentDetails details, CancellationToken cancellationToken) => acts.MakeOwnAsync<ConsentEntryId>(
        async now =>
        {
            var added = await AddAsync(details, d => new ConsentEntry(ConsentEntryId.New(now), d, acts.Gate.Actor, now), cancellationToken, isOwn: true).ConfigureAwait(false);
            return added.Succeeded ? added.Value.Id : CrmResult<ConsentEntryId>.Failed(added.Errors);
        },
        cancellationToken);

    private async Task<CrmResult<ConsentEntry>> AddAsync(ConsentDetails details, Func<ConsentDetails, ConsentEntry> make, CancellationToken cancellationToken, bool isOwn = false)
    {
        if (details.Purpose is { } purpose && !purposes.TryGet(purpose, out _))
        {
            return acts.Errors.PurposeUnknown(purpose.Value);
        }

        if (details.Channel is { } channel && !channels.TryGet(channel, out _))
        {
            return acts.Errors.ChannelUnknown(channel.Value);
        }

        if (await ResolveAsync(details.CustomerId, cancellationToken, isOwn).ConfigureAwait(false) is not { } living)
        {
            return acts.Errors.CustomerNotFound(details.CustomerId.ToString());
        }

        var entry = make(details with { CustomerId = living });
        ledger.Add(entry);
        return entry;
    }

    private async Task<CustomerId?> ResolveAsync(CustomerId id, CancellationToken cancellationToken, bool isOwn = false) =>
        await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is { } found && (isOwn || MayRead(id) || MayRead(found.Id)) ? found.Id : null;

    private bool MayRead(CustomerId id) => acts.Gate.Readable.Includes(id.ToSubject());
}
